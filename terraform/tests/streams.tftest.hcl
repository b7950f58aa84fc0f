# The gateway with streams and WAF, and the one before a function.
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

run "rest" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    profile        = "rest"
    streaming      = true
    token_required = false
  }

  assert {
    condition     = alltrue([for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths : methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].responseTransferMode == "STREAM"])
    error_message = "answers are passed on as they form"
  }
  assert {
    condition     = alltrue([for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths : methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].timeoutInMillis == 900000])
    error_message = "for 15 minutes"
  }
  assert {
    condition = alltrue([
      for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths :
      methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].connectionType == "VPC_LINK" &&
      methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].integrationTarget == aws_lb.this[0].arn
    ])
    error_message = "through the VPC link to the load balancer"
  }
  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.this[0].body).paths["/v1/{proxy+}"]["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].uri == "http://internal-tst-test.us-east-1.elb.amazonaws.com:80/v1/{proxy}"
    error_message = "the path is kept"
  }
  assert {
    condition     = output.timeouts.heartbeat < output.timeouts.gateway_idle && output.timeouts.load_balancer < output.timeouts.gateway_idle
    error_message = "the gateway is the last to give up a silent stream"
  }
  assert {
    condition     = output.timeouts.patience < output.timeouts.load_balancer && output.timeouts.load_balancer < output.timeouts.gateway
    error_message = "the service gives up before the load balancer, the load balancer before the gateway"
  }
  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.this[0].body)["x-amazon-apigateway-binary-media-types"] == ["*/*"]
    error_message = "gzip comes through"
  }
  assert {
    condition     = one(aws_api_gateway_rest_api.this[0].endpoint_configuration).types == tolist(["REGIONAL"])
    error_message = "regional: an edge-optimized API closes silent streams after 30 seconds"
  }
  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 1
    error_message = "WAF stands in front"
  }
  assert {
    condition     = length([for rule in aws_wafv2_web_acl.this[0].rule : rule.name if try(length(rule.action[0].block), 0) > 0]) == 1
    error_message = "too many requests from one address are blocked"
  }
  assert {
    condition = alltrue([
      for rule in aws_wafv2_web_acl.this[0].rule : contains(rule.statement[0].managed_rule_group_statement[0].rule_action_override[*].name, { AWSManagedRulesCommonRuleSet = "SizeRestrictions_BODY", AWSManagedRulesKnownBadInputsRuleSet = "Log4JRCE_BODY" }[rule.name])
      if contains(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"], rule.name)
    ])
    error_message = "logs that quote an attack are not blocked for it"
  }
  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this[0].rule : !rule.visibility_config[0].sampled_requests_enabled])
    error_message = "no request is kept as a sample"
  }
  assert {
    condition     = one(aws_api_gateway_method_settings.this[0].settings).throttling_rate_limit == 50 && !one(aws_api_gateway_method_settings.this[0].settings).data_trace_enabled
    error_message = "the gateway throttles, and logs no bodies"
  }
  assert {
    condition     = strcontains(jsondecode(aws_api_gateway_rest_api.this[0].body)["x-amazon-apigateway-gateway-responses"].THROTTLED.responseParameters["gatewayresponse.header.Content-Type"], "application/problem+json")
    error_message = "the gateway's own refusals are problem documents"
  }
  assert {
    condition     = length(aws_apigatewayv2_api.this) == 0
    error_message = "nothing of the other profile"
  }
}

run "rest_buffered_with_tokens" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    profile = "rest"
  }

  assert {
    condition     = alltrue([for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths : methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].timeoutInMillis == 29000 && methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].responseTransferMode == "BUFFERED"])
    error_message = "without streams a REST API waits 29 seconds"
  }
  assert {
    condition     = [for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths : path if length(methods["x-amazon-apigateway-any-method"].security) > 0] == ["/v1/{proxy+}"]
    error_message = "the API asks for a token"
  }
}

run "rest_paused" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    profile   = "rest"
    streaming = true
    paused    = true
  }

  assert {
    condition     = length(aws_lb.this) + length(aws_wafv2_web_acl.this) + length(aws_wafv2_web_acl_association.this) == 0
    error_message = "neither load balancer nor WAF"
  }
  assert {
    condition     = alltrue([for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths : methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].type == "mock"])
    error_message = "the gateway answers by itself"
  }
  assert {
    condition = alltrue([
      for path, methods in jsondecode(aws_api_gateway_rest_api.this[0].body).paths :
      methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].responses.default.statusCode == "503" &&
      jsondecode(methods["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].responses.default.responseTemplates["application/problem+json"]).code == "paused"
    ])
    error_message = "503 and a problem document"
  }
  assert {
    condition     = !can(jsondecode(aws_api_gateway_rest_api.this[0].body)["x-amazon-apigateway-binary-media-types"])
    error_message = "the answer is text, also for requests that are not"
  }
}

run "lambda" {
  command = plan
  module {
    source = "./modules/ingress"
  }
  variables {
    compute  = "lambda"
    profile  = "rest"
    function = { name = "tst-test", arn = "arn:aws:lambda:us-east-1:111122223333:function:tst-test" }
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_apigatewayv2_vpc_link.this) == 0
    error_message = "neither load balancer nor VPC link"
  }
  assert {
    condition     = strcontains(jsondecode(aws_api_gateway_rest_api.this[0].body).paths["/"]["x-amazon-apigateway-any-method"]["x-amazon-apigateway-integration"].uri, ":function:tst-test/invocations")
    error_message = "the gateway calls the function"
  }
  assert {
    condition     = endswith(aws_lambda_permission.gateway[0].source_arn, "/*") && strcontains(aws_lambda_permission.gateway[0].source_arn, "execute-api")
    error_message = "this gateway may call it, no other"
  }
}
