variable "account_id" {
  description = "Account that everything is in, 12 digits."
  type        = string
}

variable "region" {
  description = "Region, such as us-east-1."
  type        = string
}

variable "models" {
  description = "Inference profiles that may be called, such as global.anthropic.claude-haiku-5-5; none: the service answers by its rules."
  type        = list(string)

  validation {
    condition     = alltrue([for model in var.models : can(regex("^(global|us|eu|au|jp)\\.[a-z0-9.:-]+$", model))])
    error_message = "Ids of inference profiles: global, us, eu, au or jp, a dot, and the model; no wildcards."
  }
}

variable "embedding_model" {
  description = "Model for embeddings, called in the own region; empty: none."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[a-z0-9.:-]*$", var.embedding_model))
    error_message = "The id of a model, without wildcards."
  }
}

variable "guardrail_id" {
  description = "Guardrail that the service may apply; empty: none."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[a-z0-9]*$", var.guardrail_id))
    error_message = "Letters and digits, as Bedrock gave it."
  }
}
