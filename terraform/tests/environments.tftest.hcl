# Whole environments, at work and paused.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  account_id          = "111122223333"
  image               = "111122223333.dkr.ecr.us-east-1.amazonaws.com/troubleshooter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  readable_log_groups = ["/aws/lambda/checkout"]
}

run "names" {
  command = plan
  module {
    source = "./tests/settings"
  }

  assert {
    condition     = contains(output.names, "TST_LISTEN_PORT") && contains(output.names, "TST_ACCESS_OIDC_ROLE_CLAIM")
    error_message = "names of settings are read from the service's own file"
  }
}

run "prices" {
  command = plan
  module {
    source = "./cost"
  }

  assert {
    condition = alltrue([
      for id, price in local.prices.models : anytrue([
        for known, prices in run.names.model_prices : contains(prices, "${price.input * 1000000} ${price.output * 1000000}")
        if startswith(trimprefix(id, "global."), known)
      ])
    ])
    error_message = "costs are computed with the prices that the program counts with"
  }
}

run "dev" {
  command = plan
  module {
    source = "./environments/dev"
  }

  assert {
    condition     = output.stack.idle.tasks && output.stack.idle.load_balancer
    error_message = "tasks behind a load balancer"
  }
  assert {
    condition     = output.stack.idle.nat_gateways + output.stack.idle.interface_endpoints == 0
    error_message = "nothing is paid for the way out"
  }
  assert {
    condition     = length(setsubtract([for name in keys(output.stack.settings) : name if startswith(name, "TST_")], run.names.names)) == 0
    error_message = join(", ", setsubtract([for name in keys(output.stack.settings) : name if startswith(name, "TST_")], run.names.names))
  }
  assert {
    condition     = output.stack.settings.TST_ACCESS_REQUIRED == "true" && output.stack.settings.TST_FETCH_ENABLED == "false"
    error_message = "every call shows who it is, and nothing is fetched"
  }
  assert {
    condition     = output.stack.settings.TST_LISTEN_TRUSTED_PROXIES == "10.40.128.0/20,10.40.144.0/20"
    error_message = "the load balancer is believed about who called, and nobody else"
  }
  assert {
    condition     = output.stack.settings.TST_LIMITS_PATIENCE == "${output.stack.timeouts.patience}s" && output.stack.settings.TST_LIMITS_IDLE == "${output.stack.timeouts.keep_alive}s" && output.stack.settings.TST_LIMITS_HEARTBEAT == "${output.stack.timeouts.heartbeat}s"
    error_message = "the service has the timeouts that fit the gateway's"
  }
  assert {
    condition     = output.stack.settings.TST_CLOUDWATCH_GROUPS == "/aws/lambda/checkout" && output.stack.timeouts.query < output.stack.timeouts.load_balancer
    error_message = "the service is told which logs it may read, and asks no longer than the load balancer waits"
  }
  assert {
    condition     = output.stack.settings.TST_LIMITS_BODY == "10MiB"
    error_message = "the service takes what the gateway takes"
  }
  assert {
    condition     = alltrue([for name in values(output.stack.metrics)[*].name : strcontains(run.names.sources, "\"${name}\"") if startswith(name, "tst.") || startswith(name, "gen_ai.")])
    error_message = "alarms look at figures that the service exports"
  }
  assert {
    condition     = alltrue([for metric in values(output.stack.metrics) : contains([for set in output.stack.figures[metric.name] : join(",", sort(set))], join(",", sort(keys(metric.dimensions)))) if metric.namespace == "Troubleshooter"])
    error_message = "by dimensions under which the collector passes them on"
  }
  assert {
    condition     = contains(output.stack.scheduled, "tst-dev-off") && contains(output.stack.scheduled, "tst-dev-on")
    error_message = "no tasks by night"
  }
}

run "dev_rights" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = run.dev.stack.policies
  }

  assert {
    condition     = output.statements >= 15 && length(output.wide_actions) == 0
    error_message = join("\n", output.wide_actions)
  }
  assert {
    condition     = length(output.wide_resources) == 0
    error_message = join("\n", output.wide_resources)
  }
  assert {
    condition     = contains(output.denied, "logs:Unmask")
    error_message = "what is masked stays masked"
  }
}

run "dev_paused" {
  command = plan
  module {
    source = "./environments/dev"
  }
  variables {
    paused = true
  }

  assert {
    condition     = !output.stack.idle.tasks && !output.stack.idle.load_balancer && output.stack.idle.nat_gateways + output.stack.idle.interface_endpoints == 0
    error_message = "nothing that is paid by the hour"
  }
  assert {
    condition     = length(output.stack.alarms) + length(output.stack.scheduled) == 0
    error_message = "nothing that wakes somebody or something up"
  }
  assert {
    condition     = output.stack.table == "tst-dev" && output.stack.bucket == "tst-dev-111122223333"
    error_message = "data stays"
  }
}

run "staging" {
  command = plan
  module {
    source = "./environments/staging"
  }

  assert {
    condition     = output.stack.idle.tasks && output.stack.idle.load_balancer && output.stack.idle.nat_gateways == 1
    error_message = "tasks behind a load balancer, with one way out"
  }
  assert {
    condition     = output.stack.timeouts.gateway == 900 && output.stack.timeouts.heartbeat < output.stack.timeouts.load_balancer
    error_message = "streams as in production"
  }
  assert {
    condition     = output.stack.settings.TST_MODEL_ID == "global.anthropic.claude-haiku-5-5" && output.stack.settings.TST_MODEL_STRONG == "global.anthropic.claude-sonnet-5-5"
    error_message = "a cheap model for most, a strong one for hard cases"
  }
}

run "staging_paused" {
  command = plan
  module {
    source = "./environments/staging"
  }
  variables {
    paused = true
  }

  assert {
    condition     = !output.stack.idle.tasks && !output.stack.idle.load_balancer && output.stack.idle.nat_gateways == 0 && length(output.stack.alarms) == 0
    error_message = "nothing that is paid by the hour"
  }
}

run "prod" {
  command = plan
  module {
    source = "./environments/prod"
  }

  assert {
    condition     = output.stack.idle.tasks && output.stack.idle.load_balancer && output.stack.idle.nat_gateways == 3
    error_message = "tasks behind a load balancer, with a way out in each zone"
  }
  assert {
    condition     = length(output.stack.alarms) >= 14
    error_message = "an alarm for each objective"
  }
  assert {
    condition     = length(output.stack.scheduled) == 0
    error_message = "at work by night, too"
  }
  assert {
    condition     = tonumber(trimsuffix(output.stack.settings.TST_LIMITS_SHUTDOWN, "s")) < 60
    error_message = "the service ends by itself before it is ended"
  }
}

run "prod_rights" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = run.prod.stack.policies
  }

  assert {
    condition     = length(output.wide_actions) + length(output.wide_resources) == 0
    error_message = join("\n", concat(output.wide_actions, output.wide_resources))
  }
}

run "prod_paused" {
  command = plan
  module {
    source = "./environments/prod"
  }
  variables {
    paused = true
  }

  assert {
    condition     = !output.stack.idle.tasks && !output.stack.idle.load_balancer && output.stack.idle.nat_gateways == 0 && length(output.stack.alarms) == 0
    error_message = "nothing that is paid by the hour"
  }
}
