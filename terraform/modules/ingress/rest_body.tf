# The REST API as an OpenAPI document: what the provider has no attributes for before 6.26 (streams, a load balancer as the
# target of a VPC link) can be said here in any version.
locals {
  problem_types = ["application/json", "application/octet-stream", "application/gzip", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]

  paused_problem = jsonencode({
    type      = "about:blank"
    title     = "Paused"
    status    = 503
    detail    = "This deployment is paused. Nothing is lost; ask its owners to resume it."
    code      = "paused"
    retryable = true
  })

  paused_integration = {
    type                = "mock"
    passthroughBehavior = "never"
    requestTemplates    = { for type in local.problem_types : type => jsonencode({ statusCode = 503 }) }
    responses = {
      default = {
        statusCode        = "503"
        responseTemplates = { "application/problem+json" = local.paused_problem }
        responseParameters = {
          "method.response.header.Content-Type" = "'application/problem+json'"
          "method.response.header.Retry-After"  = "'600'"
        }
      }
    }
  }

  transfer = {
    httpMethod           = "ANY"
    passthroughBehavior  = "when_no_match"
    responseTransferMode = var.streaming ? "STREAM" : "BUFFERED"
    timeoutInMillis      = local.timeouts.gateway * 1000
  }

  # The arms of a condition have to be of one type; parts that are not wanted are left out this way instead.
  behind = {
    for kind, integration in {
      paused = local.paused_integration
      fargate = merge(local.transfer, {
        type              = "http_proxy"
        connectionType    = "VPC_LINK"
        connectionId      = join("", aws_apigatewayv2_vpc_link.this[*].id)
        integrationTarget = join("", aws_lb.this[*].arn)
      })
      lambda = merge(local.transfer, {
        type       = "aws_proxy"
        httpMethod = "POST"
        uri        = "arn:aws:apigateway:${var.region}:lambda:path/2015-03-31/functions/${try(var.function.arn, "")}/invocations"
      })
    } : kind => integration if kind == (var.paused ? "paused" : var.compute)
  }

  # {proxy+} in a path is {proxy} in the address behind it.
  addresses = {
    for path in concat(local.open_paths, local.guarded_paths) : path => {
      for field, value in {
        uri               = "http://${join("", aws_lb.this[*].dns_name)}:${var.listener_port}${replace(path, "+", "")}"
        requestParameters = { for name in local.names[path] : "integration.request.path.${name}" => "method.request.path.${name}" }
      } : field => value if local.balanced
    }
  }

  integrations = {
    for path in concat(local.open_paths, local.guarded_paths) : path => merge(values(local.behind)[0], local.addresses[path])
  }

  names = {
    for path in concat(local.open_paths, local.guarded_paths) : path => flatten(regexall("\\{([a-z]+)\\+?\\}", path))
  }

  responses = {
    "503" = {
      description = "Paused"
      headers     = { for name in ["Content-Type", "Retry-After"] : name => { schema = { type = "string" } } }
    }
  }

  methods = {
    for path, integration in local.integrations : path => {
      "x-amazon-apigateway-any-method" = {
        parameters                        = [for name in local.names[path] : { name = name, in = "path", required = true, schema = { type = "string" } }]
        security                          = var.token_required && contains(local.guarded_paths, path) ? [{ tokens = [] }] : []
        responses                         = { for status, response in local.responses : status => response if var.paused }
        "x-amazon-apigateway-integration" = integration
      }
    }
  }

  body = merge(
    {
      openapi = "3.0.1"
      info    = { title = var.name, version = "1" }
      paths   = local.methods
      components = {
        securitySchemes = {
          tokens = {
            type                             = "apiKey"
            name                             = "Authorization"
            in                               = "header"
            "x-amazon-apigateway-authtype"   = "cognito_user_pools"
            "x-amazon-apigateway-authorizer" = { type = "cognito_user_pools", providerARNs = [var.identity.pool_arn] }
          }
        }
      }
      "x-amazon-apigateway-gateway-responses" = {
        for kind, code in { DEFAULT_4XX = "gateway_refused", DEFAULT_5XX = "gateway_failed", THROTTLED = "rate_limited" } : kind => {
          responseParameters            = { "gatewayresponse.header.Content-Type" = "'application/problem+json'" }
          responseTemplates = {
            "application/json" = "{\"type\":\"about:blank\",\"title\":$context.error.messageString,\"code\":\"${code}\",\"requestId\":\"$context.requestId\"}"
          }
        }
      }
    },
    # Bodies are passed on byte by byte; the answer of a paused API is text.
    { for name, types in { "x-amazon-apigateway-binary-media-types" = ["*/*"] } : name => types if !var.paused },
  )
}
