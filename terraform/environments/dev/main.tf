# Cheap: one task with an address of its own, HTTP API, little kept.
locals {
  settings = jsondecode(file("${path.module}/settings.json"))
}

module "stack" {
  source = "../../modules/stack"

  environment = "dev"
  account_id  = var.account_id
  image       = var.image
  paused      = var.paused

  region          = local.settings.region
  collector_image = local.settings.collector_image
  profile         = local.settings.profile
  streaming       = local.settings.streaming
  egress          = local.settings.egress
  cpu             = local.settings.cpu
  memory          = local.settings.memory
  tasks           = local.settings.tasks
  spot            = local.settings.spot
  log_days        = local.settings.log_days
  models          = local.settings.models

  token_required = true
  mfa            = "OPTIONAL"
  protected      = false
}
