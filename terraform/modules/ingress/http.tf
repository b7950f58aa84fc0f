resource "aws_apigatewayv2_api" "this" {
  count = local.http ? 1 : 0

  name                         = var.name
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = var.domain != null
}

resource "aws_apigatewayv2_authorizer" "this" {
  count = local.http ? 1 : 0

  api_id           = aws_apigatewayv2_api.this[0].id
  name             = "tokens"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.identity.issuer
    audience = [var.identity.audience]
  }
}

resource "aws_apigatewayv2_integration" "service" {
  count = local.http && local.balanced ? 1 : 0

  api_id                 = aws_apigatewayv2_api.this[0].id
  integration_type       = "HTTP_PROXY"
  integration_method     = "ANY"
  integration_uri        = aws_lb_listener.this[0].arn
  connection_type        = "VPC_LINK"
  connection_id          = aws_apigatewayv2_vpc_link.this[0].id
  payload_format_version = "1.0"
  timeout_milliseconds   = local.timeouts.gateway * 1000
}

resource "aws_apigatewayv2_integration" "function" {
  count = local.http && var.compute == "lambda" && !var.paused ? 1 : 0

  api_id                 = aws_apigatewayv2_api.this[0].id
  integration_type       = "AWS_PROXY"
  integration_uri        = var.function.arn
  payload_format_version = "2.0"
  timeout_milliseconds   = local.timeouts.gateway * 1000
}

# An HTTP API has no answers of its own: while paused it has no routes, and says 404.
resource "aws_apigatewayv2_route" "this" {
  for_each = local.http && !var.paused ? toset(concat(local.open_paths, local.guarded_paths)) : toset([])

  api_id    = aws_apigatewayv2_api.this[0].id
  route_key = "ANY ${each.key}"
  target    = "integrations/${one(concat(aws_apigatewayv2_integration.service, aws_apigatewayv2_integration.function)[*].id)}"

  authorization_type = var.token_required && contains(local.guarded_paths, each.key) ? "JWT" : "NONE"
  authorizer_id      = var.token_required && contains(local.guarded_paths, each.key) ? aws_apigatewayv2_authorizer.this[0].id : null
}

resource "aws_apigatewayv2_stage" "this" {
  count = local.http ? 1 : 0

  api_id      = aws_apigatewayv2_api.this[0].id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit    = var.throttle.rate
    throttling_burst_limit   = var.throttle.burst
    detailed_metrics_enabled = true
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = jsonencode(merge(local.access_log, { route = "$context.routeKey", millis = "$context.integrationLatency" }))
  }
}

resource "aws_apigatewayv2_domain_name" "this" {
  count = local.http && var.domain != null ? 1 : 0

  domain_name = var.domain.name

  domain_name_configuration {
    certificate_arn = var.domain.certificate_arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "this" {
  count = local.http && var.domain != null ? 1 : 0

  api_id      = aws_apigatewayv2_api.this[0].id
  domain_name = aws_apigatewayv2_domain_name.this[0].id
  stage       = aws_apigatewayv2_stage.this[0].id
}
