locals {
  name       = "tst-${var.environment}"
  fargate    = var.compute == "fargate"
  zones      = [for letter in var.zones : "${var.region}${letter}"]
  models     = var.models == null ? [] : distinct([var.models.standard, var.models.strong])
  boundary   = "arn:aws:iam::${var.account_id}:policy/tst-boundary"
  repository = "arn:aws:ecr:${var.region}:${var.account_id}:repository/troubleshooter"
}

module "keys" {
  source = "../keys"

  name       = local.name
  account_id = var.account_id
  region     = var.region
}

module "data" {
  source = "../data"

  name                = local.name
  account_id          = var.account_id
  key_arn             = module.keys.data_arn
  deletion_protection = var.protected
  keep_deleted_days   = var.keep_deleted_days
  origins             = [regex("^https://[^/]+", module.ingress.url)]
}

module "identity" {
  source = "../identity"

  name                = local.name
  account_id          = var.account_id
  region              = var.region
  callbacks           = var.callbacks
  mfa                 = var.mfa
  deletion_protection = var.protected
}

module "models" {
  source = "../models"

  account_id   = var.account_id
  region       = var.region
  models       = local.models
  guardrail_id = try(var.guardrail.id, "")
}

module "access" {
  source = "../access"

  account_id          = var.account_id
  region              = var.region
  table_arn           = module.data.table_arn
  indexes             = module.data.indexes
  bucket              = module.data.bucket
  prefixes            = values(module.data.prefixes)
  key_arn             = module.keys.data_arn
  models_policy       = module.models.policy
  readable_log_groups = var.readable_log_groups
}

module "network" {
  source = "../network"
  count  = local.fargate ? 1 : 0

  name         = local.name
  account_id   = var.account_id
  boundary_arn = local.boundary
  region       = var.region
  cidr         = var.cidr
  zones        = local.zones
  egress       = var.egress
  nat_per_zone = var.nat_per_zone
  paused       = var.paused
  logs_key_arn = module.keys.logs_arn
}

module "ingress" {
  source = "../ingress"

  name           = local.name
  region         = var.region
  profile        = var.profile
  streaming      = var.streaming
  compute        = var.compute
  function       = local.fargate ? null : module.lambda[0].function
  paused         = var.paused
  vpc_id         = local.fargate ? module.network[0].vpc_id : ""
  subnets        = local.fargate ? module.network[0].private_subnets : []
  groups         = local.fargate ? module.network[0].groups : { link = "", load_balancer = "" }
  token_required = var.token_required
  identity       = module.identity
  throttle       = var.throttle
  domain         = var.domain
  log_days       = var.log_days
  logs_key_arn   = module.keys.logs_arn
}

module "service" {
  source = "../service"
  count  = local.fargate ? 1 : 0

  name             = local.name
  account_id       = var.account_id
  boundary_arn     = local.boundary
  region           = var.region
  image            = var.image
  repository_arn   = local.repository
  collector_image  = var.collector_image
  cpu              = var.cpu
  memory           = var.memory
  tasks            = var.tasks
  spot             = var.spot
  paused           = var.paused
  subnets          = var.egress == "public" ? module.network[0].public_subnets : module.network[0].private_subnets
  group            = module.network[0].groups.task
  public_address   = var.egress == "public"
  target_group_arn = module.ingress.target_group_arn
  requests_label   = module.ingress.requests_label
  settings         = merge(local.settings, local.fargate_settings)
  secrets          = { TST_STORAGE_KEYS = module.data.storage_keys_secret_arn }
  key_arn          = module.keys.data_arn
  logs_key_arn     = module.keys.logs_arn
  log_days         = var.log_days
  policy           = module.access.policy
}

module "lambda" {
  source = "../lambda"
  count  = local.fargate ? 0 : 1

  name         = local.name
  account_id   = var.account_id
  boundary_arn = local.boundary
  region       = var.region
  image        = var.image
  memory       = var.memory
  timeout      = 300
  concurrency  = var.concurrency
  paused       = var.paused
  settings     = merge(local.settings, local.lambda_settings)
  key_arn      = module.keys.data_arn
  logs_key_arn = module.keys.logs_arn
  log_days     = var.log_days
  policy       = module.access.policy
}
