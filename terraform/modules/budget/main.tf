# AWS knows costs hours later: this is the net under the service's own budgets, which are exact and at once.
locals {
  budgets = {
    all    = { limit = var.monthly.all, filters = { TagKeyValue = [format("user:Environment$%s", var.environment)] } }
    models = { limit = var.monthly.models, filters = { TagKeyValue = [format("user:Environment$%s", var.environment)], Service = ["Amazon Bedrock"] } }
  }

  notices = [
    { type = "ACTUAL", percent = 50 },
    { type = "ACTUAL", percent = 80 },
    { type = "ACTUAL", percent = 100 },
    { type = "FORECASTED", percent = 100 },
  ]
}

resource "aws_budgets_budget" "this" {
  for_each = local.budgets

  name         = "${var.name}-${each.key}"
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = tostring(each.value.limit)
  limit_unit   = "USD"

  dynamic "cost_filter" {
    for_each = each.value.filters

    content {
      name   = cost_filter.key
      values = cost_filter.value
    }
  }

  dynamic "notification" {
    for_each = local.notices

    content {
      comparison_operator       = "GREATER_THAN"
      threshold                 = notification.value.percent
      threshold_type            = "PERCENTAGE"
      notification_type         = notification.value.type
      subscriber_sns_topic_arns = [var.topic_arn]
    }
  }
}

resource "aws_ce_cost_allocation_tag" "this" {
  for_each = toset(var.allocation_tags)

  tag_key = each.key
  status  = "Active"
}
