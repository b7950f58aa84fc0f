output "scheduled" {
  description = "What runs by the clock."
  value = concat(
    [for action in aws_appautoscaling_scheduled_action.this : action.name],
    aws_scheduler_schedule.evaluation[*].name,
  )
}

output "policies" {
  description = "Policies of roles, for tests and audits."
  value = merge(
    { for policy in aws_iam_role_policy.scheduler : "scheduler" => policy.policy },
    { for policy in aws_iam_role_policy.evaluation : "evaluation" => policy.policy },
  )
}
