variable "log_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_days)
    error_message = "CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545 and 731 days."
  }
}

variable "dashboards" {
  description = "Dashboards for service, cost and quality."
  type        = bool
  default     = true
}

variable "addresses" {
  description = "Who gets mails of alarms: page (now) and ticket (tomorrow)."
  type        = object({ page = list(string), ticket = list(string) })
  default     = { page = [], ticket = [] }
}

variable "objectives" {
  description = "What counts as broken; see modules/observability."
  type        = map(number)
  default     = {}
}

variable "monthly" {
  description = "US dollars a month for everything, and for models alone."
  type        = object({ all = number, models = number })
}

variable "allocation_tags" {
  description = "Tags that costs are told apart by; only in the account that pays."
  type        = list(string)
  default     = []
}

variable "off_hours" {
  description = "When there are no tasks; see modules/schedule."
  type        = object({ from = string, to = string, zone = string })
  default     = null
}

variable "evaluation" {
  description = "Nightly evaluation; see modules/schedule."
  type        = object({ image = string, at = string, arguments = list(string) })
  default     = null
}
