# The cheap gateway.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name           = "tst-test"
  region         = "us-east-1"
  vpc_id         = "vpc-1"
  subnets        = ["subnet-a", "subnet-b"]
  groups         = { link = "sg-link", load_balancer = "sg-lb" }
  token_required = true
  identity = {
    issuer   = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI"
    audience = "client"
    pool_arn = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_AbCdEfGhI"
  }
  throttle     = { rate = 50, burst = 100 }
  log_days     = 30
  logs_key_arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  profile      = "http"
  streaming    = false
}

run "http" {
  command = plan
  module {
    source = "./modules/ingress"
  }

  assert {
    condition     = aws_apigatewayv2_integration.service[0].timeout_milliseconds <= 30000
    error_message = "an HTTP API waits 30 seconds at most"
  }
  assert {
    condition     = output.timeouts.patience < output.timeouts.load_balancer && output.timeouts.load_balancer < output.timeouts.gateway && output.timeouts.gateway < 30
    error_message = "the service gives up before the load balancer, the load balancer before the gateway"
  }
  assert {
    condition     = output.timeouts.heartbeat < output.timeouts.load_balancer
    error_message = "a stream shows signs of life before the load balancer closes it"
  }
  assert {
    condition     = output.timeouts.load_balancer < output.timeouts.keep_alive
    error_message = "the service keeps connections longer than the load balancer, which would else use a closed one"
  }
  assert {
    condition     = aws_lb.this[0].idle_timeout == output.timeouts.load_balancer
    error_message = "the load balancer has the timeout that is told"
  }
  assert {
    condition     = aws_lb.this[0].internal && aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].desync_mitigation_mode == "strictest"
    error_message = "the load balancer is inside, and strict"
  }
  assert {
    condition     = aws_apigatewayv2_integration.service[0].connection_type == "VPC_LINK" && aws_apigatewayv2_vpc_link.this[0].security_group_ids == toset(["sg-link"])
    error_message = "the gateway comes in by the VPC link"
  }
  assert {
    condition     = { for path, route in aws_apigatewayv2_route.this : path => route.authorization_type if route.authorization_type != "NONE" } == { "/v1/{proxy+}" = "JWT" }
    error_message = "the API asks for a token"
  }
  assert {
    condition     = one(aws_apigatewayv2_authorizer.this[0].jwt_configuration).issuer == var.identity.issuer && one(aws_apigatewayv2_authorizer.this[0].jwt_configuration).audience == toset(["client"])
    error_message = "tokens of the own user pool, for this service"
  }
  assert {
    condition     = !anytrue([for path in keys(aws_apigatewayv2_route.this) : strcontains(path, "metrics") || path == "$default" || path == "/{proxy+}"])
    error_message = "what is not named cannot be reached, figures neither"
  }
  assert {
    condition     = one(aws_apigatewayv2_stage.this[0].default_route_settings).throttling_rate_limit == 50 && one(aws_apigatewayv2_stage.this[0].default_route_settings).throttling_burst_limit == 100
    error_message = "the gateway throttles"
  }
  assert {
    condition     = !can(regex("\\$context\\.(path|identity\\.(caller|user)|authorizer)|querystring|header", one(aws_apigatewayv2_stage.this[0].access_log_settings).format))
    error_message = "addresses that open something are not logged"
  }
  assert {
    condition     = aws_cloudwatch_log_group.access.retention_in_days == 30 && aws_cloudwatch_log_group.access.kms_key_id == var.logs_key_arn
    error_message = "access logs are sealed and go after a while"
  }
  assert {
    condition     = one(aws_lb_target_group.this[0].health_check).path == "/health/ready"
    error_message = "only tasks that can work get work"
  }
  assert {
    condition     = tonumber(aws_lb_target_group.this[0].deregistration_delay) >= output.timeouts.shutdown
    error_message = "a task that goes may finish what it has begun"
  }
  assert {
    condition     = length(aws_wafv2_web_acl.this) == 0 && length(aws_api_gateway_rest_api.this) == 0
    error_message = "nothing of the other profile"
  }
}

run "http_paused" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    paused = true
  }

  assert {
    condition     = length(aws_lb.this) + length(aws_lb_target_group.this) + length(aws_lb_listener.this) == 0
    error_message = "no load balancer"
  }
  assert {
    condition     = length(aws_apigatewayv2_route.this) == 0 && length(aws_apigatewayv2_api.this) == 1 && length(aws_apigatewayv2_vpc_link.this) == 1
    error_message = "the API and its address stay, without routes"
  }
}

run "domain" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    domain = { name = "tst.example.com", certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000" }
  }

  assert {
    condition     = aws_apigatewayv2_api.this[0].disable_execute_api_endpoint && one(aws_apigatewayv2_domain_name.this[0].domain_name_configuration).security_policy == "TLS_1_2"
    error_message = "only by its own name, by TLS 1.2 or newer"
  }
  assert {
    condition     = output.url == "https://tst.example.com"
    error_message = "the address is that of the domain"
  }
}

run "refuses_streams_of_an_http_api" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    streaming = true
  }
  expect_failures = [var.streaming]
}

run "refuses_what_makes_no_sense" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    profile              = "edge"
    compute              = "ec2"
    throttle             = { rate = 0, burst = 0 }
    requests_per_address = 1
  }
  expect_failures = [var.profile, var.compute, var.throttle, var.requests_per_address]
}
