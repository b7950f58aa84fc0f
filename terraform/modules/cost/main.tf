# What an environment costs: by the month while nobody uses it, while paused, and for each diagnosis.
locals {
  hours = 730
  price = { for name, price in var.prices.prices : name => price.usd }

  fargate   = var.settings.compute == "fargate"
  rest      = var.settings.profile == "rest"
  zones     = length(var.settings.zones)
  processor = var.settings.cpu / 1024

  task_hour = (
    (local.processor * local.price.fargate_cpu_hour + var.settings.memory / 1024 * local.price.fargate_gb_hour) *
    (1 - var.settings.spot / 100 * (1 - local.price.fargate_spot_share))
    + (var.settings.egress == "public" ? local.price.public_address_hour : 0)
  )
  task_month = local.task_hour * local.hours

  # By the month: with whom it stays while paused.
  monthly = {
    tasks          = { usd = local.fargate ? var.settings.tasks.min * local.task_month : 0, paused = false }
    load_balancer  = { usd = local.fargate ? local.price.load_balancer_hour * local.hours : 0, paused = false }
    nat_gateways   = { usd = local.fargate && var.settings.egress == "nat" ? local.price.nat_hour * local.hours * (var.settings.nat_per_zone ? local.zones : 1) : 0, paused = false }
    endpoints      = { usd = local.fargate && var.settings.egress == "endpoints" ? local.price.interface_endpoint_hour * local.hours * local.zones * var.counts.endpoints : 0, paused = false }
    waf            = { usd = local.rest ? local.price.waf_acl_month + var.counts.waf_rules * local.price.waf_rule_month : 0, paused = false }
    dashboards     = { usd = var.settings.dashboards ? 3 * local.price.dashboard_month : 0, paused = false }
    metrics_alarms = { usd = (var.settings.collector ? var.counts.metrics * local.price.metric_month : 0) + var.counts.alarms * local.price.alarm_month, paused = false }
    keys_secrets   = { usd = var.counts.keys * local.price.key_month + var.counts.secrets * local.price.secret_month, paused = true }
    stored         = { usd = local.price.image_gb_month * 2 + local.price.table_gb_month + local.price.table_recovery_gb_month + local.price.object_gb_month * 10, paused = true }
  }

  idle   = sum([for part in local.monthly : part.usd])
  paused = sum([for part in local.monthly : part.usd if part.paused])

  # By diagnosis.
  model_cost = {
    for id, model in var.prices.models : id => (var.use.input_tokens * model.input + var.use.output_tokens * model.output) / 1000000
  }

  around = (
    var.use.requests * (local.rest ? local.price.rest_request + local.price.waf_request : local.price.http_request)
    + var.use.writes * local.price.table_write
    + var.use.reads * local.price.table_read
    + var.use.objects * local.price.object_put
    + var.use.kept_months * (var.use.table_mb * (local.price.table_gb_month + local.price.table_recovery_gb_month) + var.use.object_mb * local.price.object_gb_month) / 1024
    + var.use.log_mb / 1024 * local.price.log_gb
    + (local.fargate && var.settings.egress == "nat" ? var.use.traffic_mb / 1024 * local.price.nat_gb : 0)
    + (local.fargate ? 0 : var.use.requests * local.price.function_request + var.use.processor_seconds * 2 * var.settings.memory / 1024 * local.price.function_gb_second)
  )

  chosen = (
    (1 - var.use.hard_share) * local.model_cost[var.settings.models.standard] +
    var.use.hard_share * local.model_cost[var.settings.models.strong]
  )

  per_thousand = merge(
    { "by rules alone" = 1000 * local.around },
    { for id, cost in local.model_cost : id => 1000 * (local.around + cost) },
    { "as configured" = 1000 * (local.around + local.chosen) },
  )

  # Tasks are kept below 60 % of their processor in the busiest hour.
  loads = {
    for daily in [10, 1000, 100000] : tostring(daily) => {
      tasks = max(var.settings.tasks.min, ceil(daily * var.use.peak * var.use.processor_seconds / 86400 / (local.processor * 0.6)))
      use   = daily * 30.4 * (local.around + local.chosen)
      model = daily * 30.4 * local.chosen
    }
  }

  totals = {
    for daily, load in local.loads : daily => {
      tasks = local.fargate ? load.tasks : 0
      fits  = !local.fargate || load.tasks <= var.settings.tasks.max
      model = load.model
      total = local.idle + load.use + (local.fargate ? (load.tasks - var.settings.tasks.min) * local.task_month : 0)
    }
  }
}
