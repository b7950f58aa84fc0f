# The deployment with a function, and what it refuses.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  account_id          = "111122223333"
  image               = "111122223333.dkr.ecr.us-east-1.amazonaws.com/troubleshooter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  readable_log_groups = ["/aws/lambda/checkout"]
}

run "lambda" {
  command = plan
  module {
    source = "./modules/stack"
  }
  variables {
    environment = "small"
    region      = "us-east-1"
    compute     = "lambda"
    profile     = "http"
    egress      = "public"
    monthly     = { all = 20, models = 10 }
  }

  assert {
    condition     = !output.idle.tasks && !output.idle.load_balancer && output.idle.nat_gateways == 0
    error_message = "idle, a function costs nothing"
  }
  assert {
    condition     = tonumber(output.settings.TST_LAMBDA_PATIENCE) < output.timeouts.gateway
    error_message = "the function gives up before the gateway"
  }
}

run "refuses_what_makes_no_sense" {
  command = plan
  module {
    source = "./modules/stack"
  }
  variables {
    environment  = "Production"
    account_id   = "1"
    region       = "here"
    compute      = "ec2"
    profile      = "http"
    egress       = "public"
    daily_budget = 0
    log_days     = 31
    guardrail    = { id = "abc", version = "DRAFT" }
    monthly      = { all = 20, models = 10 }
  }
  expect_failures = [var.environment, var.account_id, var.region, var.compute, var.daily_budget, var.log_days, var.guardrail]
}
