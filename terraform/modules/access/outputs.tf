output "policy" {
  description = "What the service may do, as JSON."
  value       = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}

output "models_policy" {
  description = "Calling models and nothing else, for the evaluation, as JSON."
  value       = jsonencode({ Version = "2012-10-17", Statement = local.model })
}
