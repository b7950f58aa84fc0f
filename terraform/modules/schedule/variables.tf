variable "name" {
  description = "Name of the deployment."
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

variable "paused" {
  description = "Nothing runs."
  type        = bool
  default     = false
}

variable "cluster" {
  description = "Name of the cluster."
  type        = string
}

variable "scalable" {
  description = "What autoscaling scales; empty while paused."
  type        = string
}

variable "tasks" {
  description = "How many tasks there are by day, at least and at most."
  type        = object({ min = number, max = number })
}

variable "off_hours" {
  description = "When there are no tasks: from and to as cron fields (minute hour day month weekday year) in a time zone; null: never."
  type        = object({ from = string, to = string, zone = string })
  default     = null
}

variable "evaluation" {
  description = "Nightly evaluation: image with `tst eval` by digest, when (cron fields), cases to give; null: none."
  type        = object({ image = string, at = string, arguments = list(string) })
  default     = null

  validation {
    condition     = var.evaluation == null || can(regex("@sha256:[0-9a-f]{64}$", var.evaluation.image))
    error_message = "Name the image by digest: REPOSITORY@sha256:..."
  }
}

variable "execution_role_arn" {
  description = "Role that starts tasks."
  type        = string
}

variable "policy" {
  description = "What the evaluation may do, as JSON: call models, nothing else."
  type        = string
}

variable "subnets" {
  description = "Subnets of the evaluation."
  type        = list(string)
}

variable "group" {
  description = "Security group of the evaluation."
  type        = string
}

variable "public_address" {
  description = "Gives the task an address of its own, for the way out."
  type        = bool
}

variable "logs_key_arn" {
  description = "Key that seals log groups."
  type        = string
}

variable "log_days" {
  description = "Days that logs are kept."
  type        = number
}

variable "boundary_arn" {
  description = "What no role of the deployment may go beyond; terraform/bootstrap makes it."
  type        = string
}
