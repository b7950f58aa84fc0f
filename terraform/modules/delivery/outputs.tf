output "repository" {
  description = "Where images go."
  value       = aws_ecr_repository.this.repository_url
}

output "roles" {
  description = "Roles of the pipeline: publish, evaluate, and plan- and apply- of each environment."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}

output "subjects" {
  description = "Whom each role trusts."
  value       = local.subjects
}

output "policies" {
  description = "Policies of roles, for tests and audits."
  value = merge(
    { for name, policy in aws_iam_role_policy.this : name => policy.policy },
    { for name, policy in aws_iam_policy.apply : "apply-${name}" => policy.policy },
    { for policy in aws_iam_role_policy.evaluate : "evaluate" => policy.policy },
    { read = aws_iam_policy.read.policy, boundary = aws_iam_policy.boundary.policy },
  )
}
