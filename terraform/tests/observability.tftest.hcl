# Figures, alarms, dashboards.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name         = "tst-test"
  account_id   = "111122223333"
  region       = "us-east-1"
  logs_key_arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  log_days     = 30
  models       = ["global.anthropic.claude-haiku-5-5", "global.anthropic.claude-sonnet-5-5"]
}

run "observability" {
  command = plan
  module {
    source = "./modules/observability"
  }
  variables {
    api           = { dimension = "ApiName", value = "tst-test", errors = "5XXError" }
    load_balancer = { name = "app/tst-test/0123456789abcdef", targets = "targetgroup/tst-test/0123456789abcdef" }
    table         = "tst-test"
    addresses     = { page = ["on-call@example.com"], ticket = ["team@example.com"] }
  }

  assert {
    condition     = length(setsubtract(["errors", "slow", "no_task", "store", "overloaded", "wrong_keys", "throttled_store"], keys(output.alarms))) == 0
    error_message = "an alarm for each objective of the service"
  }
  assert {
    condition     = length(setsubtract(["cost_per_hour", "cost_per_query", "cost_per_hour_unusual", "cost_per_query_unusual"], keys(output.alarms))) == 0
    error_message = "an alarm for each objective of cost, by a limit and by what is usual"
  }
  assert {
    condition     = length(setsubtract(["citations", "model_unavailable", "model_throttled"], keys(output.alarms))) == 0
    error_message = "an alarm for each objective of quality"
  }
  assert {
    condition     = alltrue([for name in ["cost_per_hour_unusual", "cost_per_query_unusual"] : aws_cloudwatch_metric_alarm.this[name].comparison_operator == "GreaterThanUpperThreshold" && anytrue([for query in aws_cloudwatch_metric_alarm.this[name].metric_query : startswith(coalesce(query.expression, "-"), "ANOMALY_DETECTION_BAND")])])
    error_message = "what is usual is learnt by CloudWatch"
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["errors"].threshold == 0.02 && aws_cloudwatch_metric_alarm.this["cost_per_hour"].threshold == 5
    error_message = "thresholds are those of the objectives"
  }
  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length([for query in alarm.metric_query : query if query.return_data]) == (alarm.threshold_metric_id == null ? 1 : 2)])
    error_message = "each alarm looks at one value, or at one and its band"
  }
  assert {
    condition     = alltrue([for name in ["errors", "no_task", "slow", "store"] : strcontains(aws_cloudwatch_composite_alarm.felt[0].alarm_rule, "tst-test-${replace(name, "_", "-")}")])
    error_message = "one alarm over all that users notice"
  }
  assert {
    condition     = length(aws_cloudwatch_composite_alarm.felt[0].alarm_actions) == 1 && length(aws_cloudwatch_metric_alarm.this["errors"].alarm_actions) == 0
    error_message = "people are called once, not by each alarm"
  }
  assert {
    condition     = alltrue([for topic in aws_sns_topic.this : topic.kms_master_key_id == var.logs_key_arn])
    error_message = "topics are sealed"
  }
  assert {
    condition     = alltrue([for policy in aws_sns_topic_policy.this : jsondecode(policy.policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == var.account_id])
    error_message = "only alarms and budgets of this account are heard"
  }
  assert {
    condition     = length(aws_sns_topic_subscription.mail) == 2
    error_message = "people are told"
  }
  assert {
    condition     = toset(keys(aws_cloudwatch_dashboard.this)) == toset(["service", "cost", "quality"])
    error_message = "dashboards for service, cost and quality"
  }
  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this["cost"].dashboard_body).widgets) >= 4
    error_message = "cost is seen by hour, by answer, by tokens"
  }
  assert {
    condition     = aws_xray_sampling_rule.this.fixed_rate == 0.05
    error_message = "one trace of twenty"
  }
}

run "observability_paused" {
  command = plan
  module {
    source = "./modules/observability"
  }
  variables {
    api    = { dimension = "ApiName", value = "tst-test", errors = "5XXError" }
    table  = "tst-test"
    paused = true
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) + length(aws_cloudwatch_composite_alarm.felt) + length(aws_cloudwatch_dashboard.this) == 0
    error_message = "nothing that is paid by the month"
  }
  assert {
    condition     = length(aws_sns_topic.this) == 2
    error_message = "budgets still find the topics"
  }
}

run "observability_refuses" {
  command = plan
  module {
    source = "./modules/observability"
  }
  variables {
    api        = { dimension = "ApiName", value = "tst-test", errors = "5XXError" }
    table      = "tst-test"
    addresses  = { page = ["nobody"], ticket = [] }
    objectives = { errors = 2 }
    traced     = 2
  }
  expect_failures = [var.addresses, var.objectives, var.traced]
}
