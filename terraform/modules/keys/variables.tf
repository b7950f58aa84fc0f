variable "name" {
  description = "Name of the deployment, such as tst-prod; every resource begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,23}$", var.name))
    error_message = "3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

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

variable "deletion_window" {
  description = "Days from the order to delete a key to its end; what it sealed is lost then."
  type        = number
  default     = 30

  validation {
    condition     = var.deletion_window >= 7 && var.deletion_window <= 30
    error_message = "7 to 30 days."
  }
}
