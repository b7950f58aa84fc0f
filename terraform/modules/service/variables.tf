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
  description = "Image by its digest, so that what was tested is what runs."
  type        = string

  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", var.image))
    error_message = "Name the image by digest: REPOSITORY@sha256:..."
  }
}

variable "repository_arn" {
  description = "Repository of the image."
  type        = string
}

variable "collector_image" {
  description = "OpenTelemetry collector beside the service, by tag or digest; empty: none, and no figures of the service."
  type        = string
  default     = ""
}

variable "cpu" {
  description = "CPU units of a task; 1024 are one processor."
  type        = number

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192], var.cpu)
    error_message = "Fargate has 256, 512, 1024, 2048, 4096 and 8192."
  }
}

variable "memory" {
  description = "MiB of a task."
  type        = number

  validation {
    condition     = var.memory >= 1024 && var.memory <= 61440
    error_message = "1024 to 61440; the service needs about 200 MiB beside the evidence it holds open."
  }
}

variable "tasks" {
  description = "How many tasks there are, at least and at most."
  type        = object({ min = number, max = number })

  validation {
    condition     = var.tasks.min >= 1 && var.tasks.max >= var.tasks.min
    error_message = "At least one, and max not below min; paused is for none."
  }
}

variable "spot" {
  description = "Share of tasks, in percent, that may be taken away at two minutes' notice, for about a third of the price."
  type        = number
  default     = 0

  validation {
    condition     = var.spot >= 0 && var.spot <= 100
    error_message = "0 to 100 percent."
  }
}

variable "paused" {
  description = "No tasks; roles, settings and logs stay."
  type        = bool
  default     = false
}

variable "subnets" {
  description = "Subnets of the tasks."
  type        = list(string)
}

variable "group" {
  description = "Security group of the tasks."
  type        = string
}

variable "public_address" {
  description = "Gives tasks an address of their own, for the way out; inbound stays closed."
  type        = bool
}

variable "target_group_arn" {
  description = "Where tasks are registered; empty while paused."
  type        = string
}

variable "requests_label" {
  description = "Load balancer and target group as autoscaling names them; empty while paused."
  type        = string
}

variable "settings" {
  description = "Settings of the service that are no secret, by their names in the environment."
  type        = map(string)

  validation {
    condition     = alltrue([for name in keys(var.settings) : can(regex("^(TST|AWS)_[A-Z0-9_]+$", name))])
    error_message = "Names such as TST_LISTEN_PORT."
  }

  validation {
    condition     = !anytrue([for name in keys(var.settings) : can(regex("KEYS$|API_KEY|PASSWORD|SECRET", name))])
    error_message = "Secrets belong into secrets."
  }
}

variable "secrets" {
  description = "Settings that are secret, by name: ARNs in Secrets Manager."
  type        = map(string)
}

variable "key_arn" {
  description = "Key that seals the secrets."
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

variable "port" {
  description = "Port that the service listens on."
  type        = number
  default     = 8080
}

variable "stop_seconds" {
  description = "Seconds between SIGTERM and SIGKILL; longer than the service's own limits.shutdown."
  type        = number
  default     = 60

  validation {
    condition     = var.stop_seconds >= 30 && var.stop_seconds <= 120
    error_message = "30 to 120; Fargate ends everything after 120."
  }
}

variable "grace_seconds" {
  description = "Seconds after its start in which a task may fail its health checks."
  type        = number
  default     = 60
}

variable "boundary_arn" {
  description = "What no role of the deployment may go beyond; terraform/bootstrap makes it."
  type        = string
}
