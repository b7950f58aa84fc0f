# Prints what environments cost, from their settings and a file of prices: no provider, no account, no state.
terraform {
  required_version = ">= 1.11"
}

variable "prices" {
  description = "File of prices."
  type        = string
  default     = "us-east-1-2026-11.json"
}

locals {
  prices       = jsondecode(file("${path.module}/../prices/${var.prices}"))
  environments = toset(["dev", "staging", "prod"])

  settings = {
    for name in local.environments : name => jsondecode(file("${path.module}/../environments/${name}/settings.json"))
  }
}

module "environment" {
  source   = "../modules/cost"
  for_each = local.environments

  prices   = local.prices
  settings = merge(local.settings[each.key], { collector = local.settings[each.key].collector_image != "" })
}
