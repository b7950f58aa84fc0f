locals {
  scaling = var.paused ? {} : {
    processor = { metric = "ECSServiceAverageCPUUtilization", target = 60, label = null }
    requests  = { metric = "ALBRequestCountPerTarget", target = 1200, label = var.requests_label }
  }
}

resource "aws_appautoscaling_target" "this" {
  count = var.paused ? 0 : 1

  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.this[0].name}"
  min_capacity       = var.tasks.min
  max_capacity       = var.tasks.max
}

# Out at once, in slowly: sessions that are open in memory move when a task goes.
resource "aws_appautoscaling_policy" "this" {
  for_each = local.scaling

  name               = each.key
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.this[0].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.target
    scale_out_cooldown = 60
    scale_in_cooldown  = 600

    predefined_metric_specification {
      predefined_metric_type = each.value.metric
      resource_label         = each.value.label
    }
  }
}
