variable "models" {
  description = "Inference profiles: for most cases, and for hard ones; null: answers by rules only."
  type        = object({ standard = string, strong = string })
  default     = null
}

variable "daily_budget" {
  description = "US dollars that models may cost one user in a day."
  type        = number
  default     = 1

  validation {
    condition     = var.daily_budget > 0
    error_message = "More than nothing; for none, leave models out."
  }
}

variable "guardrail" {
  description = "Guardrail and its version, which is pinned; null: none."
  type        = object({ id = string, version = string })
  default     = null

  validation {
    condition     = var.guardrail == null || can(regex("^[1-9][0-9]*$", var.guardrail.version))
    error_message = "A numbered version; DRAFT changes under your feet."
  }
}

variable "readable_log_groups" {
  description = "Log groups that the service may read as evidence, by full name."
  type        = list(string)
  default     = []
}

variable "fetch_hosts" {
  description = "Hosts from which evidence may be fetched by URL, by TLS; none: switched off."
  type        = list(string)
  default     = []
}

variable "protected" {
  description = "Refuses to delete what holds data or users."
  type        = bool
  default     = true
}

variable "keep_deleted_days" {
  description = "Days that deleted objects can be brought back."
  type        = number
  default     = 0
}
