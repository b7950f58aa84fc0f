# Cheap: one task with an address of its own, taken from what is left over, HTTP API, none by night, little kept.
# Numbers are in settings.json, which the table of costs reads, too.
locals {
  settings = jsondecode(file("${path.module}/settings.json"))
}

module "stack" {
  source = "../../modules/stack"

  environment = "dev"
  account_id  = var.account_id
  image       = var.image
  paused      = var.paused
  domain      = var.domain
  callbacks   = var.callbacks
  addresses   = var.addresses

  readable_log_groups = var.readable_log_groups

  region            = local.settings.region
  zones             = local.settings.zones
  compute           = local.settings.compute
  profile           = local.settings.profile
  streaming         = local.settings.streaming
  token_required    = local.settings.token_required
  egress            = local.settings.egress
  nat_per_zone      = local.settings.nat_per_zone
  cpu               = local.settings.cpu
  memory            = local.settings.memory
  tasks             = local.settings.tasks
  spot              = local.settings.spot
  off_hours         = local.settings.off_hours
  collector_image   = local.settings.collector_image
  dashboards        = local.settings.dashboards
  log_days          = local.settings.log_days
  keep_deleted_days = local.settings.keep_deleted_days
  models            = local.settings.models
  daily_budget      = local.settings.daily_budget
  monthly           = local.settings.monthly

  mfa       = "OPTIONAL"
  protected = false
}
