variable "account_id" {
  description = "Account to prepare, 12 digits; no other is touched."
  type        = string
}

variable "region" {
  description = "Region, such as us-east-1."
  type        = string
  default     = "us-east-1"
}

variable "environments" {
  description = "Environments in this account. An account for each is better: one cannot harm another then."
  type        = list(string)
  default     = ["dev", "staging", "prod"]
}

variable "github" {
  description = "Repository that may deliver, with the numbers that stay when names change hands."
  type        = object({ owner = string, owner_id = number, repository = string, repository_id = number })
}

variable "make_provider" {
  description = "Makes the account's provider for GitHub; false where the account has one already."
  type        = bool
  default     = true
}

variable "evaluation_models" {
  description = "Inference profiles that the evaluation of a pipeline may call; none: it uses recorded replies only."
  type        = list(string)
  default     = []
}

variable "evaluation_environment" {
  description = "GitHub environment whose jobs may call them."
  type        = string
  default     = "staging"
}
