# Identity, observability, budget, schedule, cost.
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

run "identity" {
  command = plan
  module { source = "./modules/identity" }
  variables {
    callbacks = ["https://tst.example.com/"]
  }

  assert {
    condition     = toset(output.roles) == toset(["viewer", "analyst", "admin"])
    error_message = "groups are the service's roles"
  }
  assert {
    condition     = one(aws_cognito_user_pool.this.admin_create_user_config).allow_admin_create_user_only
    error_message = "nobody signs up"
  }
  assert {
    condition     = aws_cognito_user_pool.this.mfa_configuration == "ON" && one(aws_cognito_user_pool.this.password_policy).minimum_length >= 12
    error_message = "long passwords and a second factor"
  }
  assert {
    condition     = aws_cognito_user_pool.this.deletion_protection == "ACTIVE"
    error_message = "users cannot be deleted all at once"
  }
  assert {
    condition     = aws_cognito_user_pool_client.this.allowed_oauth_flows == toset(["code"]) && !aws_cognito_user_pool_client.this.generate_secret
    error_message = "code with PKCE, no implicit flow, no secret in a page"
  }
  assert {
    condition     = !contains(aws_cognito_user_pool_client.this.write_attributes, "custom:project") && contains(aws_cognito_user_pool_client.this.read_attributes, "custom:project")
    error_message = "users see their project and cannot choose another"
  }
  assert {
    condition     = aws_cognito_user_pool_client.this.prevent_user_existence_errors == "ENABLED" && aws_cognito_user_pool_client.this.id_token_validity <= 60
    error_message = "who has an account is not told, and a stolen token is soon worth nothing"
  }
}

run "identity_refuses" {
  command = plan
  module { source = "./modules/identity" }
  variables {
    callbacks = ["http://tst.example.com/"]
    mfa       = "MAYBE"
  }
  expect_failures = [var.callbacks, var.mfa]
}

run "observability" {
  command = plan
  module { source = "./modules/observability" }
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
  module { source = "./modules/observability" }
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
  module { source = "./modules/observability" }
  variables {
    api        = { dimension = "ApiName", value = "tst-test", errors = "5XXError" }
    table      = "tst-test"
    addresses  = { page = ["nobody"], ticket = [] }
    objectives = { errors = 2 }
    traced     = 2
  }
  expect_failures = [var.addresses, var.objectives, var.traced]
}

run "budget" {
  command = plan
  module { source = "./modules/budget" }
  variables {
    environment     = "test"
    monthly         = { all = 200, models = 50 }
    topic_arn       = "arn:aws:sns:us-east-1:111122223333:tst-test-ticket"
    allocation_tags = ["Project", "Environment"]
  }

  assert {
    condition     = output.budgets == { "tst-test-all" = "200", "tst-test-models" = "50" }
    error_message = "a budget for everything, one for models"
  }
  assert {
    condition     = alltrue([for budget in aws_budgets_budget.this : contains(one([for filter in budget.cost_filter : filter.values if filter.name == "TagKeyValue"]), "user:Environment$test")])
    error_message = "of this environment"
  }
  assert {
    condition     = alltrue([for budget in aws_budgets_budget.this : length(budget.notification) == 4 && alltrue([for notice in budget.notification : length(notice.subscriber_sns_topic_arns) == 1])])
    error_message = "people are told at half, at four fifths, at the end, and when it will be exceeded"
  }
  assert {
    condition     = toset(keys(aws_ce_cost_allocation_tag.this)) == toset(["Project", "Environment"])
    error_message = "costs are told apart by tags"
  }
}

run "budget_refuses" {
  command = plan
  module { source = "./modules/budget" }
  variables {
    environment = "test"
    monthly     = { all = 50, models = 200 }
    topic_arn   = "arn:aws:sns:us-east-1:111122223333:tst-test-ticket"
  }
  expect_failures = [var.monthly]
}

run "schedule" {
  command = plan
  module { source = "./modules/schedule" }
  variables {
    cluster            = "tst-test"
    scalable           = "service/tst-test/tst-test"
    tasks              = { min = 2, max = 6 }
    off_hours          = { from = "0 20 * * ? *", to = "0 6 ? * MON-FRI *", zone = "Europe/Berlin" }
    evaluation         = { image = "registry.example.com/eval@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", at = "0 2 * * ? *", arguments = ["/cases"] }
    execution_role_arn = "arn:aws:iam::111122223333:role/tst-test-execution"
    boundary_arn       = "arn:aws:iam::111122223333:policy/tst-boundary"
    policy             = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
    subnets            = ["subnet-a"]
    group              = "sg-task"
    public_address     = false
  }

  assert {
    condition     = one(aws_appautoscaling_scheduled_action.this["off"].scalable_target_action).max_capacity == "0" && one(aws_appautoscaling_scheduled_action.this["on"].scalable_target_action).min_capacity == "2"
    error_message = "no tasks by night, as many as before in the morning"
  }
  assert {
    condition     = one(aws_scheduler_schedule.evaluation[0].flexible_time_window).mode == "FLEXIBLE" && aws_scheduler_schedule.evaluation[0].schedule_expression == "cron(0 2 * * ? *)"
    error_message = "the evaluation runs each night"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.evaluation[0].container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.evaluation[0].container_definitions)[0].command == ["eval", "/cases"]
    error_message = "by the program itself, with a root that cannot be written"
  }
}

run "schedule_rights" {
  command = plan
  module { source = "./tests/policies" }
  variables {
    policies = run.schedule.policies
  }

  assert {
    condition     = output.statements >= 2 && length(output.wide_actions) + length(output.wide_resources) == 0
    error_message = join("\n", concat(output.wide_actions, output.wide_resources))
  }
}

run "cost" {
  command = plan
  module { source = "./cost" }

  assert {
    condition     = alltrue([for name, cost in module.environment : cost.paused < 4])
    error_message = "paused costs less than four dollars a month"
  }
  assert {
    condition     = module.environment["dev"].idle < 50 && module.environment["dev"].idle < module.environment["staging"].idle && module.environment["staging"].idle < module.environment["prod"].idle
    error_message = "dev is cheapest, production is not"
  }
  assert {
    condition     = alltrue([for cost in module.environment : abs(cost.idle - sum(values(cost.monthly))) < 0.01])
    error_message = "idle is the sum of its parts"
  }
  assert {
    condition     = abs(module.environment["dev"].per_thousand["global.anthropic.claude-haiku-5-5"] - module.environment["dev"].per_thousand["by rules alone"] - 2.75) < 0.001
    error_message = "20,000 tokens in and 1,500 out of Haiku 5.5 are 0.00275 dollars"
  }
  assert {
    condition     = alltrue([for cost in module.environment : cost.totals["10"].total < cost.totals["1000"].total && cost.totals["1000"].total < cost.totals["100000"].total])
    error_message = "more costs more"
  }
  assert {
    condition     = module.environment["prod"].totals["100000"].fits
    error_message = "production may have as many tasks as 100,000 diagnoses a day need"
  }
  assert {
    condition     = alltrue([for price in values(local.prices.prices) : can(regex("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", price.date)) && price.source != ""])
    error_message = "each price has a source and a date"
  }
  assert {
    condition     = alltrue(flatten([for settings in local.settings : [for model in values(settings.models) : contains(keys(local.prices.models), model)]]))
    error_message = "each model that is configured has a price"
  }
}
