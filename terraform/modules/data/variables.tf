variable "name" {
  description = "Name of the deployment."
  type        = string
}

variable "account_id" {
  description = "Account that everything is in, 12 digits."
  type        = string
}

variable "key_arn" {
  description = "Key that seals table, bucket and secrets."
  type        = string
}

variable "deletion_protection" {
  description = "Refuses to delete the table and the bucket's contents."
  type        = bool
  default     = true
}

variable "recovery_days" {
  description = "Days back to which the table can be restored."
  type        = number
  default     = 35

  validation {
    condition     = var.recovery_days >= 1 && var.recovery_days <= 35
    error_message = "1 to 35 days."
  }
}

variable "keep_deleted_days" {
  description = "Days that deleted objects can be brought back; 0: what is deleted is gone. Uploads are raw and always go at once or after a day."
  type        = number
  default     = 0

  validation {
    condition     = var.keep_deleted_days >= 0 && var.keep_deleted_days <= 35
    error_message = "0 to 35 days, which is as far back as the table goes."
  }
}

variable "archive_days" {
  description = "Days that the archive is kept."
  type        = number
  default     = 365

  validation {
    condition     = var.archive_days >= 180
    error_message = "At least 180: Glacier is paid for 90 days from the 90th on."
  }
}

variable "origins" {
  description = "Addresses whose page sends uploads to the bucket itself."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.origins : can(regex("^https://[^/*]+$", origin))])
    error_message = "https, a host, nothing else; no wildcards."
  }
}
