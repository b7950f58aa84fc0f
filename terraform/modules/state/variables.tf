variable "account_id" {
  description = "Account that everything is in, 12 digits."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An account has 12 digits."
  }
}

variable "region" {
  description = "Region, such as us-east-1."
  type        = string
}

variable "kept_days" {
  description = "Days that earlier states are kept."
  type        = number
  default     = 90

  validation {
    condition     = var.kept_days >= 30
    error_message = "At least 30."
  }
}
