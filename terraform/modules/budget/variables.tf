variable "name" {
  description = "Name of the deployment."
  type        = string
}

variable "environment" {
  description = "Value of the tag Environment, by which costs are told apart."
  type        = string
}

variable "monthly" {
  description = "US dollars a month for everything, and for models alone."
  type        = object({ all = number, models = number })

  validation {
    condition     = var.monthly.all > 0 && var.monthly.models > 0 && var.monthly.models <= var.monthly.all
    error_message = "Both above nothing, and models not above all."
  }
}

variable "topic_arn" {
  description = "Topic that is told."
  type        = string
}

variable "allocation_tags" {
  description = "Tags that costs are told apart by. Activating them is for the account that pays; elsewhere leave it empty."
  type        = list(string)
  default     = []
}
