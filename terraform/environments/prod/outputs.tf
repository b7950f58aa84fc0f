output "url" {
  description = "Where the service is."
  value       = module.stack.url
}

output "login" {
  description = "Host of the login page."
  value       = module.stack.login
}

output "storage_keys_secret" {
  description = "Secret that has to be given its value before the first start."
  value       = module.stack.storage_keys_secret
}

output "stack" {
  description = "Everything the deployment says about itself."
  value       = module.stack
}
