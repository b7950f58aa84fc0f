output "url" {
  description = "Where the service is."
  value       = module.ingress.url
}

output "login" {
  description = "Host of the login page."
  value       = module.identity.login
}

output "table" {
  description = "Name of the table."
  value       = module.data.table
}

output "bucket" {
  description = "Name of the bucket."
  value       = module.data.bucket
}

output "storage_keys_secret" {
  description = "Secret that has to be given its value before the first start."
  value       = module.data.storage_keys_secret_arn
}

output "settings" {
  description = "Settings of the service that are no secret."
  value = merge(
    local.settings,
    { for name, value in local.fargate_settings : name => value if local.fargate },
    { for name, value in local.lambda_settings : name => value if !local.fargate },
  )
}

output "timeouts" {
  description = "Seconds, from the service to the gateway."
  value       = module.ingress.timeouts
}

output "idle" {
  description = "What there is of the parts that cost money while idle."
  value = {
    tasks               = anytrue(module.service[*].running)
    load_balancer       = module.ingress.load_balancer != null
    nat_gateways        = sum(concat([0], module.network[*].nat_gateways))
    interface_endpoints = sum(concat([0], module.network[*].interface_endpoints))
  }
}

output "figures" {
  description = "Figures of the service that become metrics, and by which dimensions."
  value       = merge(concat([{}], module.service[*].figures)...)
}

output "metrics" {
  description = "Figures that alarms and dashboards are made of."
  value       = module.observability.metrics
}

output "alarms" {
  description = "Alarms by objective, and what is done about each."
  value       = module.observability.alarms
}

output "scheduled" {
  description = "What runs by the clock."
  value       = flatten(module.schedule[*].scheduled)
}

output "policies" {
  description = "Policies of roles, for tests and audits."
  value = merge(concat(
    [{ "service" = module.access.policy }],
    module.network[*].policies,
    module.service[*].policies,
    module.lambda[*].policies,
    module.schedule[*].policies,
  )...)
}
