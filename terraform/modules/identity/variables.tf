variable "name" {
  description = "Name of the deployment; the login page's host begins with it."
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

variable "callbacks" {
  description = "Addresses that the login page returns to; https, or this machine."
  type        = list(string)

  validation {
    condition     = length(var.callbacks) > 0 && alltrue([for url in var.callbacks : can(regex("^(https://|http://localhost(:|/))", url))])
    error_message = "https addresses, or http://localhost for developers."
  }
}

variable "mfa" {
  description = "Second factor by an authenticator app: ON, OPTIONAL or OFF."
  type        = string
  default     = "ON"

  validation {
    condition     = contains(["ON", "OPTIONAL", "OFF"], var.mfa)
    error_message = "ON, OPTIONAL or OFF."
  }
}

variable "deletion_protection" {
  description = "Refuses to delete the users."
  type        = bool
  default     = true
}
