variable "account_id" {
  description = "Account of this environment, 12 digits; no other is touched."
  type        = string
}

variable "image" {
  description = "Image of the service by digest: REPOSITORY@sha256:..."
  type        = string
}

variable "paused" {
  description = "Removes what costs money while idle and keeps all data."
  type        = bool
  default     = false
}
