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

variable "environments" {
  description = "Environments in this account; each has a role that plans and one that applies."
  type        = list(string)

  validation {
    condition     = length(var.environments) > 0 && alltrue([for name in var.environments : can(regex("^[a-z][a-z0-9]{1,11}$", name))])
    error_message = "Names of environments, 2 to 12 lower-case letters and digits."
  }
}

variable "github" {
  description = "Repository that may deliver, with the numbers that stay when names change hands (gh api repos/OWNER/NAME --jq '.owner.id, .id')."
  type        = object({ owner = string, owner_id = number, repository = string, repository_id = number })

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+$", var.github.owner)) && can(regex("^[A-Za-z0-9._-]+$", var.github.repository))
    error_message = "Names as GitHub has them, without wildcards."
  }

  validation {
    condition     = var.github.owner_id > 0 && var.github.repository_id > 0
    error_message = "The numbers of owner and repository are above 0."
  }
}

variable "branch" {
  description = "Branch from which images are published."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[A-Za-z0-9._/-]+$", var.branch))
    error_message = "One branch, without wildcards."
  }
}

variable "state_bucket" {
  description = "Bucket of the states."
  type        = string
}

variable "make_provider" {
  description = "Makes the account's provider for GitHub; false where the account has one already."
  type        = bool
  default     = true
}

variable "kept_images" {
  description = "Images that are kept, counted from the newest."
  type        = number
  default     = 30
}

variable "evaluation" {
  description = "Jobs of one environment may ask models for the evaluation: its name, and what may be called as JSON (modules/models); null: none."
  type        = object({ environment = string, policy = string })
  default     = null
}
