# The figures that alarms and dashboards are made of, in one place. Names are those of the service (Instruments.java) and of
# AWS; a histogram's SampleCount is how often, its Sum how much.
locals {
  own = { "service.name" = var.name }

  api_dimensions = { (var.api.dimension) = var.api.value }

  balancer_dimensions = {
    LoadBalancer = try(var.load_balancer.name, "")
    TargetGroup  = try(var.load_balancer.targets, "")
  }

  throttled_models = {
    for index, model in var.models : "throttled_${index}" => {
      namespace = "AWS/Bedrock", name = "InvocationThrottles", dimensions = { ModelId = model }, stat = "Sum"
    }
  }

  metrics = merge(local.throttled_models, {
    requests  = { namespace = "AWS/ApiGateway", name = "Count", dimensions = local.api_dimensions, stat = "Sum" }
    errors    = { namespace = "AWS/ApiGateway", name = var.api.errors, dimensions = local.api_dimensions, stat = "Sum" }
    seconds   = { namespace = "AWS/ApplicationELB", name = "TargetResponseTime", dimensions = local.balancer_dimensions, stat = "p99" }
    unhealthy = { namespace = "AWS/ApplicationELB", name = "UnHealthyHostCount", dimensions = local.balancer_dimensions, stat = "Maximum" }
    healthy   = { namespace = "AWS/ApplicationELB", name = "HealthyHostCount", dimensions = local.balancer_dimensions, stat = "Minimum" }

    busy          = { namespace = "Troubleshooter", name = "tst.problems", dimensions = merge(local.own, { "tst.outcome" = "busy" }), stat = "Sum" }
    store         = { namespace = "Troubleshooter", name = "tst.problems", dimensions = merge(local.own, { "tst.outcome" = "store_unavailable" }), stat = "Sum" }
    key_refused   = { namespace = "Troubleshooter", name = "tst.problems", dimensions = merge(local.own, { "tst.outcome" = "key_refused" }), stat = "Sum" }
    many_attempts = { namespace = "Troubleshooter", name = "tst.problems", dimensions = merge(local.own, { "tst.outcome" = "too_many_attempts" }), stat = "Sum" }
    over_budget   = { namespace = "Troubleshooter", name = "tst.problems", dimensions = merge(local.own, { "tst.outcome" = "budget_exceeded" }), stat = "Sum" }
    running       = { namespace = "Troubleshooter", name = "tst.work.running", dimensions = local.own, stat = "Average" }
    waiting       = { namespace = "Troubleshooter", name = "tst.work.waiting", dimensions = local.own, stat = "Maximum" }
    sessions      = { namespace = "Troubleshooter", name = "tst.sessions.open", dimensions = local.own, stat = "Maximum" }
    streams       = { namespace = "Troubleshooter", name = "tst.streams.open", dimensions = local.own, stat = "Maximum" }

    cost         = { namespace = "Troubleshooter", name = "tst.llm.cost.usd", dimensions = local.own, stat = "Sum" }
    answers      = { namespace = "Troubleshooter", name = "tst.answers", dimensions = local.own, stat = "Sum" }
    by_model     = { namespace = "Troubleshooter", name = "tst.answers", dimensions = merge(local.own, { "tst.analyst" = "model" }), stat = "Sum" }
    offline      = { namespace = "Troubleshooter", name = "tst.answers", dimensions = merge(local.own, { "tst.analyst" = "offline" }), stat = "Sum" }
    standing     = { namespace = "Troubleshooter", name = "tst.citations", dimensions = merge(local.own, { "tst.outcome" = "standing" }), stat = "Sum" }
    dropped      = { namespace = "Troubleshooter", name = "tst.citations", dimensions = merge(local.own, { "tst.outcome" = "dropped" }), stat = "Sum" }
    calls        = { namespace = "Troubleshooter", name = "gen_ai.client.operation.duration", dimensions = local.own, stat = "SampleCount" }
    unavailable  = { namespace = "Troubleshooter", name = "gen_ai.client.operation.duration", dimensions = merge(local.own, { "error.type" = "unavailable" }), stat = "SampleCount" }
    timed_out    = { namespace = "Troubleshooter", name = "gen_ai.client.operation.duration", dimensions = merge(local.own, { "error.type" = "timedout" }), stat = "SampleCount" }
    input        = { namespace = "Troubleshooter", name = "gen_ai.client.token.usage", dimensions = merge(local.own, { "gen_ai.token.type" = "input" }), stat = "Sum" }
    output       = { namespace = "Troubleshooter", name = "gen_ai.client.token.usage", dimensions = merge(local.own, { "gen_ai.token.type" = "output" }), stat = "Sum" }
    model_waits  = { namespace = "Troubleshooter", name = "gen_ai.client.operation.duration", dimensions = local.own, stat = "Average" }
    reads_slowed = { namespace = "AWS/DynamoDB", name = "ReadThrottleEvents", dimensions = { TableName = var.table }, stat = "Sum" }

    writes_slowed = { namespace = "AWS/DynamoDB", name = "WriteThrottleEvents", dimensions = { TableName = var.table }, stat = "Sum" }
  })
}
