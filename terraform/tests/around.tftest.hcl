# Identity, budget, schedule, cost.
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
  module {
    source = "./modules/identity"
  }
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
  module {
    source = "./modules/identity"
  }
  variables {
    callbacks = ["http://tst.example.com/"]
    mfa       = "MAYBE"
  }
  expect_failures = [var.callbacks, var.mfa]
}

run "budget" {
  command = plan
  module {
    source = "./modules/budget"
  }
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
  module {
    source = "./modules/budget"
  }
  variables {
    environment = "test"
    monthly     = { all = 50, models = 200 }
    topic_arn   = "arn:aws:sns:us-east-1:111122223333:tst-test-ticket"
  }
  expect_failures = [var.monthly]
}

run "schedule" {
  command = plan
  module {
    source = "./modules/schedule"
  }
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
  module {
    source = "./tests/policies"
  }
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
  module {
    source = "./cost"
  }

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
