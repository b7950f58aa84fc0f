output "backend" {
  description = "What belongs into backend.hcl of an environment."
  value       = module.state.backend
}

output "repository" {
  description = "Where images go."
  value       = module.delivery.repository
}

output "roles" {
  description = "Roles of the pipeline."
  value       = module.delivery.roles
}
