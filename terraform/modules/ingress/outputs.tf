output "url" {
  description = "Where the service is."
  value = (
    var.domain != null ? "https://${var.domain.name}" :
    local.http ? aws_apigatewayv2_api.this[0].api_endpoint : aws_api_gateway_stage.this[0].invoke_url
  )
}

output "domain_target" {
  description = "What the name of the domain has to point to (CNAME or alias); null without one."
  value = one(concat(
    [for domain in aws_apigatewayv2_domain_name.this : domain.domain_name_configuration[0].target_domain_name],
    aws_api_gateway_domain_name.this[*].regional_domain_name,
  ))
}

output "api" {
  description = "How metrics name the API: dimension and value."
  value = (
    local.http ? { dimension = "ApiId", value = aws_apigatewayv2_api.this[0].id, errors = "5xx" } :
    { dimension = "ApiName", value = aws_api_gateway_rest_api.this[0].name, errors = "5XXError" }
  )
}

output "target_group_arn" {
  description = "Where tasks are registered; empty while paused."
  value       = local.balanced ? aws_lb_target_group.this[0].arn : ""

  # A target group cannot be used before a listener does.
  depends_on = [aws_lb_listener.this]
}

output "load_balancer" {
  description = "How metrics name load balancer and target group; null while paused."
  value       = local.balanced ? { name = aws_lb.this[0].arn_suffix, targets = aws_lb_target_group.this[0].arn_suffix } : null
}

output "requests_label" {
  description = "How autoscaling names load balancer and target group; empty while paused."
  value       = local.balanced ? "${aws_lb.this[0].arn_suffix}/${aws_lb_target_group.this[0].arn_suffix}" : ""
}

output "timeouts" {
  description = "Seconds, from the service to the gateway."
  value       = local.timeouts
}

output "body_limit" {
  description = "Bytes of a request that the gateway takes."
  value       = local.body_limit
}

output "paths" {
  description = "What can be reached, without and with a token."
  value       = { open = local.open_paths, guarded = local.guarded_paths }
}
