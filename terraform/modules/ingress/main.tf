locals {
  http     = var.profile == "http"
  rest     = var.profile == "rest"
  balanced = var.compute == "fargate" && !var.paused
  linked   = var.compute == "fargate"

  # Everything that is not named is not reachable; /metrics is for the collector only.
  open_paths = [
    "/", "/assets/{proxy+}", "/health/{proxy+}", "/openapi.json", "/problems", "/s/{token}", "/v1/hooks/{proxy+}",
    "/v1/uploads/{token}", "/version",
  ]
  guarded_paths = ["/v1/{proxy+}"]

  # By templates of paths only: addresses of sessions, uploads and shared reports open them.
  access_log = {
    requestId = "$context.requestId"
    time      = "$context.requestTime"
    address   = "$context.identity.sourceIp"
    method    = "$context.httpMethod"
    status    = "$context.status"
    bytes     = "$context.responseLength"
  }
}

# Seconds. Who is nearer to the work gives up first, so that callers get its answer and not one of the gateway.
locals {
  timeouts = {
    patience      = 15 # the service: how long a request waits for a worker
    query         = 20 # the service: one question to CloudWatch Logs
    heartbeat     = 10 # the service: a sign of life on each stream
    load_balancer = 25 # nothing moved on the connection
    keep_alive    = 30 # the service: idle connections; longer than the load balancer's, which would else use a closed one
    gateway       = var.streaming ? 900 : 29
    gateway_idle  = var.streaming ? 300 : null # of REST with streams: nothing moved
    shutdown      = 20                         # the service: for running work after SIGTERM
    deregister    = 30
  }

  # Bytes of a request that API Gateway takes; larger ones go to S3 by a signed address.
  body_limit = 10 * 1024 * 1024
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/tst/${var.name}/access"
  retention_in_days = var.log_days
  kms_key_id        = var.logs_key_arn
}

# Costs nothing, takes minutes to make, and goes to sleep after 60 days without traffic.
resource "aws_apigatewayv2_vpc_link" "this" {
  count = local.linked ? 1 : 0

  name               = var.name
  subnet_ids         = var.subnets
  security_group_ids = [var.groups.link]

  lifecycle {
    create_before_destroy = true
  }
}
