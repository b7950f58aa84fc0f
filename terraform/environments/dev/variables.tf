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

variable "domain" {
  description = "Name of the service and its certificate in the same region; null: the gateway's own name."
  type        = object({ name = string, certificate_arn = string })
  default     = null
}

variable "callbacks" {
  description = "Addresses that the login page returns to."
  type        = list(string)
  default     = ["http://localhost:8080/"]
}

variable "addresses" {
  description = "Who gets mails of alarms: page (now) and ticket (tomorrow)."
  type        = object({ page = list(string), ticket = list(string) })
  default     = { page = [], ticket = [] }
}

variable "readable_log_groups" {
  description = "Log groups that the service may read as evidence, by full name."
  type        = list(string)
  default     = []
}
