variable "environment" {
  description = "Name of the environment: dev, staging or prod."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.environment))
    error_message = "2 to 12 lower-case letters and digits, beginning with a letter."
  }
}

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

  validation {
    condition     = can(regex("^[a-z]{2}-[a-z]+-[0-9]$", var.region))
    error_message = "A region such as us-east-1."
  }
}

variable "zones" {
  description = "Letters of the availability zones."
  type        = list(string)
  default     = ["a", "b"]
}

variable "cidr" {
  description = "Addresses of the network."
  type        = string
  default     = "10.40.0.0/16"
}

variable "paused" {
  description = "Removes what costs money while idle (tasks, load balancer, NAT gateways, interface endpoints, WAF, alarms) and keeps all data."
  type        = bool
  default     = false
}

variable "image" {
  description = "Image of the service by digest: REPOSITORY@sha256:..."
  type        = string
}

variable "collector_image" {
  description = "OpenTelemetry collector; empty: no figures of the service."
  type        = string
  default     = ""
}

variable "compute" {
  description = "fargate, or lambda for little use."
  type        = string
  default     = "fargate"

  validation {
    condition     = contains(["fargate", "lambda"], var.compute)
    error_message = "fargate or lambda."
  }
}

variable "profile" {
  description = "Gateway: http (cheap, polling) or rest (WAF, streams)."
  type        = string
}

variable "streaming" {
  description = "Answers are passed on as they form; profile rest only."
  type        = bool
  default     = false
}

variable "direct_uploads" {
  description = "Whether the page and other clients may send large logs to the bucket itself, where they lie unredacted until they are read: a minute or so, a day if nobody comes back."
  type        = bool
  default     = false
}

variable "token_required" {
  description = "The gateway itself asks for a token at /v1; the page then does not work."
  type        = bool
  default     = false
}

variable "egress" {
  description = "How tasks reach AWS: public, nat or endpoints."
  type        = string
}

variable "nat_per_zone" {
  description = "A NAT gateway in each zone."
  type        = bool
  default     = false
}

variable "cpu" {
  description = "CPU units of a task."
  type        = number
  default     = 1024
}

variable "memory" {
  description = "MiB of a task, or of the function."
  type        = number
  default     = 2048
}

variable "tasks" {
  description = "How many tasks there are, at least and at most."
  type        = object({ min = number, max = number })
  default     = { min = 1, max = 2 }
}

variable "spot" {
  description = "Share of tasks, in percent, that may be taken away at short notice."
  type        = number
  default     = 0
}

variable "throttle" {
  description = "Requests a second of all callers together, and how many at once."
  type        = object({ rate = number, burst = number })
  default     = { rate = 100, burst = 200 }
}

variable "domain" {
  description = "Name of the service and its certificate; null: the gateway's own name."
  type        = object({ name = string, certificate_arn = string })
  default     = null
}

variable "callbacks" {
  description = "Addresses that the login page returns to."
  type        = list(string)
  default     = ["http://localhost:8080/"]
}

variable "mfa" {
  description = "Second factor: ON, OPTIONAL or OFF."
  type        = string
  default     = "ON"
}

variable "concurrency" {
  description = "Calls of the function at once, where compute is lambda."
  type        = number
  default     = 10
}
