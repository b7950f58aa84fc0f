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

variable "cidr" {
  description = "Addresses of the network; a /16 is cut into /20 subnets."
  type        = string
  default     = "10.40.0.0/16"

  validation {
    condition     = can(cidrsubnet(var.cidr, 4, 0)) && try(tonumber(split("/", var.cidr)[1]) <= 20, false)
    error_message = "An IPv4 network of at least /20, such as 10.40.0.0/16."
  }
}

variable "zones" {
  description = "Availability zones, two or three, such as us-east-1a and us-east-1b."
  type        = list(string)

  validation {
    condition     = length(distinct(var.zones)) >= 2 && length(var.zones) <= 3
    error_message = "Two or three different zones."
  }
}

variable "egress" {
  description = "How tasks reach AWS: public (an address of their own, inbound closed), nat, or endpoints (no way to the internet)."
  type        = string

  validation {
    condition     = contains(["public", "nat", "endpoints"], var.egress)
    error_message = "One of public, nat, endpoints."
  }
}

variable "nat_per_zone" {
  description = "A NAT gateway in each zone, so that one zone can fail, instead of one for all."
  type        = bool
  default     = false
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

variable "paused" {
  description = "Removes what costs money while idle: NAT gateways and interface endpoints."
  type        = bool
  default     = false
}

variable "logs_key_arn" {
  description = "Key that seals the flow log."
  type        = string
}

variable "flow_log_days" {
  description = "Days that the flow log is kept."
  type        = number
  default     = 14
}

variable "boundary_arn" {
  description = "What no role of the deployment may go beyond; terraform/bootstrap makes it."
  type        = string
}
