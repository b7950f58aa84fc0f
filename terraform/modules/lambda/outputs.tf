output "function" {
  description = "What the gateway calls."
  value       = { name = aws_lambda_function.this.function_name, arn = aws_lambda_function.this.arn }
}

output "concurrency" {
  description = "Calls at once; 0 while paused."
  value       = aws_lambda_function.this.reserved_concurrent_executions
}

output "policies" {
  description = "Policies of roles, for tests and audits."
  value = {
    "function: service" = aws_iam_role_policy.service.policy
    "function: run"     = aws_iam_role_policy.run.policy
  }
}
