variable "account_id" {
  description = "Account that everything is in, 12 digits."
  type        = string
}

variable "region" {
  description = "Region, such as us-east-1."
  type        = string
}

variable "table_arn" {
  description = "The table."
  type        = string
}

variable "indexes" {
  description = "Names of the table's indexes."
  type        = list(string)
}

variable "bucket" {
  description = "Name of the bucket."
  type        = string
}

variable "prefixes" {
  description = "Prefixes of the bucket that the service works in, each ending with a slash."
  type        = list(string)

  validation {
    condition     = alltrue([for prefix in var.prefixes : can(regex("^[a-z-]+/$", prefix))])
    error_message = "Lower-case letters and hyphens, ending with a slash."
  }
}

variable "key_arn" {
  description = "Key that seals table and bucket."
  type        = string
}

variable "readable_log_groups" {
  description = "Names of log groups that the service may read as evidence; none: it reads no logs of the account."
  type        = list(string)

  validation {
    condition     = alltrue([for group in var.readable_log_groups : can(regex("^[A-Za-z0-9_/.#-]{1,512}$", group))])
    error_message = "Full names of log groups, without wildcards."
  }
}

variable "models_policy" {
  description = "Which models may be called, as JSON: see modules/models."
  type        = string
}
