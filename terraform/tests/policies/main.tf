# Reads policies and says what is too wide in them.
variable "policies" {
  description = "Policies as JSON, by name."
  type        = map(string)
}

variable "without_resource" {
  description = "Actions for which AWS knows no resource, so that an Allow for \"*\" is right."
  type        = list(string)
  default = [
    "ecr:GetAuthorizationToken", "logs:DescribeLogGroups", "logs:GetLogRecord", "logs:GetQueryResults", "logs:StopQuery",
    "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
  ]
}

locals {
  # flatten() makes one list of a text or a list of texts.
  statements = flatten([
    for name, policy in var.policies : [
      for statement in jsondecode(policy).Statement : {
        name      = name
        effect    = statement.Effect
        actions   = flatten([statement.Action])
        resources = flatten([try(statement.Resource, [])])
      }
    ]
  ])
  allowed = [for statement in local.statements : statement if statement.effect == "Allow"]
}

output "statements" {
  description = "How many statements were looked at."
  value       = length(local.statements)
}

output "wide_actions" {
  description = "Allowed actions with a wildcard."
  value       = distinct(flatten([for statement in local.allowed : [for action in statement.actions : "${statement.name}: ${action}" if strcontains(action, "*")]]))
}

output "wide_resources" {
  description = "Allows for everything that could name a resource, and wildcards elsewhere than at the end of a name or behind it."
  value = distinct(flatten([
    for statement in local.allowed : [
      for resource in statement.resources : "${statement.name}: ${resource}"
      if(resource == "*" && length(setsubtract(statement.actions, var.without_resource)) > 0) ||
      (resource != "*" && strcontains(resource, "*") && !can(regex("^[^*]+[a-z0-9][/:-]\\*$", resource)))
    ]
  ]))
}

output "actions" {
  description = "All allowed actions."
  value       = distinct(flatten(local.allowed[*].actions))
}

output "denied" {
  description = "All denied actions."
  value       = distinct(flatten([for statement in local.statements : statement.actions if statement.effect == "Deny"]))
}
