output "policy" {
  description = "Calling models and nothing else, as JSON."
  value       = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}
