variable "name" {
  description = "Name of the deployment."
  type        = string
}

variable "region" {
  description = "Region, such as us-east-1."
  type        = string
}

variable "profile" {
  description = "http: HTTP API, cheap, polling only; rest: regional REST API with WAF, and streams where streaming is true."
  type        = string

  validation {
    condition     = contains(["http", "rest"], var.profile)
    error_message = "http or rest."
  }
}

variable "streaming" {
  description = "Answers of the REST API are passed on as they form, for up to 15 minutes, instead of at their end within 29 seconds."
  type        = bool
  default     = false

  validation {
    condition     = !var.streaming || (var.profile == "rest" && var.compute == "fargate")
    error_message = "Neither an HTTP API nor the function can stream; take profile rest and Fargate, or poll."
  }
}

variable "compute" {
  description = "What is behind the gateway: fargate or lambda."
  type        = string
  default     = "fargate"

  validation {
    condition     = contains(["fargate", "lambda"], var.compute)
    error_message = "fargate or lambda."
  }
}

variable "function" {
  description = "The function, where compute is lambda."
  type        = object({ name = string, arn = string })
  default     = null
}

variable "paused" {
  description = "Removes the load balancer and WAF. The REST API answers 503, the HTTP API 404."
  type        = bool
  default     = false
}

variable "vpc_id" {
  description = "The network; not needed for lambda."
  type        = string
  default     = ""
}

variable "subnets" {
  description = "Private subnets for load balancer and VPC link."
  type        = list(string)
  default     = []
}

variable "groups" {
  description = "Security groups of VPC link and load balancer."
  type        = object({ link = string, load_balancer = string })
  default     = { link = "", load_balancer = "" }
}

variable "port" {
  description = "Port that the service listens on."
  type        = number
  default     = 8080
}

variable "listener_port" {
  description = "Port of the load balancer."
  type        = number
  default     = 80
}

variable "token_required" {
  description = "The gateway lets only callers with a token of the user pool to /v1. The service checks every call in any case; its page and its own keys need false."
  type        = bool
}

variable "identity" {
  description = "User pool whose tokens the gateway takes."
  type        = object({ issuer = string, audience = string, pool_arn = string })
}

variable "throttle" {
  description = "Requests a second that the gateway lets through for all callers together, and how many at once."
  type        = object({ rate = number, burst = number })

  validation {
    condition     = var.throttle.rate >= 1 && var.throttle.rate <= 10000 && var.throttle.burst >= 1 && var.throttle.burst <= 5000
    error_message = "A rate of 1 to 10000, a burst of 1 to 5000, which is what an account has."
  }
}

variable "requests_per_address" {
  description = "Requests from one address in five minutes before WAF blocks it."
  type        = number
  default     = 3000

  validation {
    condition     = var.requests_per_address >= 100
    error_message = "At least 100."
  }
}

variable "domain" {
  description = "Name of the service and its certificate. Without one the REST API has its stage in the path, under which the page does not work."
  type        = object({ name = string, certificate_arn = string })
  default     = null
}

variable "log_days" {
  description = "Days that access logs are kept."
  type        = number
}

variable "logs_key_arn" {
  description = "Key that seals log groups."
  type        = string
}
