variable "name" {
  description = "Name of the deployment."
  type        = string
}

variable "account_id" {
  description = "Account that everything is in, 12 digits."
  type        = string
}

variable "region" {
  description = "Region, such as us-east-1."
  type        = string
}

variable "image" {
  description = "Image with the handler, by its digest, in a repository of the same account."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/[^@]+@sha256:[0-9a-f]{64}$", var.image))
    error_message = "Lambda takes images from ECR only: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:..."
  }
}

variable "memory" {
  description = "MiB; processor time grows with it, one processor at 1769."
  type        = number

  validation {
    condition     = var.memory >= 512 && var.memory <= 10240
    error_message = "512 to 10240."
  }
}

variable "timeout" {
  description = "Seconds of one call: what the gateway waits for, and what goes on behind the answer."
  type        = number

  validation {
    condition     = var.timeout >= 29 && var.timeout <= 900
    error_message = "29 to 900."
  }
}

variable "concurrency" {
  description = "Calls at once, at most: what it may cost is bounded by this."
  type        = number
  default     = 10

  validation {
    condition     = var.concurrency >= 1 && var.concurrency <= 500
    error_message = "1 to 500."
  }
}

variable "paused" {
  description = "Refuses all calls. Data and settings stay; idle, a function costs nothing anyway."
  type        = bool
  default     = false
}

variable "settings" {
  description = "Settings of the service. Lambda has no secrets of its own, so that none may be among them."
  type        = map(string)

  validation {
    condition     = !anytrue([for name, value in var.settings : can(regex("KEYS$|API_KEY|PASSWORD|SECRET", name)) && value != "none"])
    error_message = "Secrets would be readable for everybody who may see the function."
  }
}

variable "key_arn" {
  description = "Key that seals the settings of the function."
  type        = string
}

variable "logs_key_arn" {
  description = "Key that seals log groups."
  type        = string
}

variable "log_days" {
  description = "Days that logs are kept."
  type        = number
}

variable "policy" {
  description = "What the service may do, as JSON."
  type        = string
}

variable "boundary_arn" {
  description = "What no role of the deployment may go beyond; terraform/bootstrap makes it."
  type        = string
}
