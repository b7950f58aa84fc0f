# What watches the deployment, and what runs by the clock.
module "observability" {
  source = "../observability"

  name          = local.name
  account_id    = var.account_id
  region        = var.region
  paused        = var.paused
  dashboards    = var.dashboards
  logs_key_arn  = module.keys.logs_arn
  addresses     = var.addresses
  api           = module.ingress.api
  load_balancer = module.ingress.load_balancer
  table         = module.data.table
  models        = local.models
  objectives    = var.objectives
}

module "budget" {
  source = "../budget"

  name            = local.name
  environment     = var.environment
  monthly         = var.monthly
  topic_arn       = module.observability.topics["ticket"]
  allocation_tags = var.allocation_tags
}

module "schedule" {
  source = "../schedule"
  count  = local.fargate ? 1 : 0

  name               = local.name
  account_id         = var.account_id
  boundary_arn       = local.boundary
  region             = var.region
  paused             = var.paused
  cluster            = module.service[0].cluster
  scalable           = module.service[0].scalable
  tasks              = var.tasks
  off_hours          = var.off_hours
  evaluation         = var.evaluation
  execution_role_arn = module.service[0].execution_role_arn
  policy             = module.models.policy
  subnets            = var.egress == "public" ? module.network[0].public_subnets : module.network[0].private_subnets
  group              = module.network[0].groups.task
  public_address     = var.egress == "public"
  logs_key_arn       = module.keys.logs_arn
  log_days           = var.log_days
}
