output "policy" {
  description = "What the service may do, as JSON."
  value       = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}
