output "cluster" {
  description = "Name of the cluster."
  value       = aws_ecs_cluster.this.name
}

output "cluster_arn" {
  description = "The cluster."
  value       = aws_ecs_cluster.this.arn
}

output "service" {
  description = "Name of the service."
  value       = var.name
}

output "task_definition_arn" {
  description = "The task definition, with its revision."
  value       = aws_ecs_task_definition.this.arn
}

output "task_role_arn" {
  description = "Role of the service."
  value       = aws_iam_role.task.arn
}

output "execution_role_arn" {
  description = "Role that starts tasks."
  value       = aws_iam_role.execution.arn
}

output "scalable" {
  description = "What autoscaling scales; empty while paused."
  value       = join("", aws_appautoscaling_target.this[*].resource_id)
}

output "figures" {
  description = "Figures of the service that become metrics, and by which dimensions."
  value       = local.figures
}

output "running" {
  description = "Whether there are tasks."
  value       = length(aws_ecs_service.this) > 0
}

output "containers" {
  description = "What a task consists of, as JSON."
  value       = aws_ecs_task_definition.this.container_definitions
}

output "policies" {
  description = "Policies of roles, for tests and audits."
  value = {
    "task: service"   = aws_iam_role_policy.task.policy
    "task: telemetry" = aws_iam_role_policy.telemetry.policy
    "execution"       = aws_iam_role_policy.execution.policy
  }
}
