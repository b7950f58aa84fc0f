variable "name" {
  description = "Name of the deployment; figures carry it as service.name."
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

variable "paused" {
  description = "Removes alarms and dashboards, which are paid by the month."
  type        = bool
  default     = false
}

variable "dashboards" {
  description = "Dashboards for service, cost and quality; an account has three for nothing."
  type        = bool
  default     = true
}

variable "logs_key_arn" {
  description = "Key that seals the topics."
  type        = string
}

variable "addresses" {
  description = "Who gets mails: of what has to be looked at now (page), and of what can wait until tomorrow (ticket)."
  type        = object({ page = list(string), ticket = list(string) })
  default     = { page = [], ticket = [] }

  validation {
    condition     = alltrue([for address in concat(var.addresses.page, var.addresses.ticket) : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", address))])
    error_message = "Mail addresses."
  }
}

variable "api" {
  description = "How metrics name the API: dimension, value, and what its errors are called."
  type        = object({ dimension = string, value = string, errors = string })
}

variable "load_balancer" {
  description = "How metrics name load balancer and target group; null where there is none."
  type        = object({ name = string, targets = string })
  default     = null
}

variable "table" {
  description = "Name of the table."
  type        = string
}

variable "models" {
  description = "Inference profiles that are called."
  type        = list(string)
}

variable "objectives" {
  description = "What counts as broken. Starting points: look at a week of your own figures."
  type = object({
    errors             = optional(number, 0.02) # share of requests
    seconds            = optional(number, 1)    # 99th percentile of what the load balancer sees
    cost_per_hour      = optional(number, 5)    # US dollars
    cost_per_query     = optional(number, 0.10) # US dollars
    standing_citations = optional(number, 0.8)  # share
    wrong_keys         = optional(number, 50)   # in ten minutes
  })
  default = {}

  validation {
    condition     = var.objectives.errors > 0 && var.objectives.errors < 1 && var.objectives.standing_citations > 0 && var.objectives.standing_citations < 1
    error_message = "Shares are between 0 and 1."
  }
}

variable "traced" {
  description = "Share of requests that are traced from the gateway on."
  type        = number
  default     = 0.05

  validation {
    condition     = var.traced >= 0 && var.traced <= 1
    error_message = "0 to 1."
  }
}
