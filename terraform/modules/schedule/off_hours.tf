# Saves the tasks by night; load balancer and NAT gateways go on. For longer, pause.
resource "aws_appautoscaling_scheduled_action" "this" {
  for_each = {
    for name, action in {
      off = { at = try(var.off_hours.from, ""), min = 0, max = 0 }
      on  = { at = try(var.off_hours.to, ""), min = var.tasks.min, max = var.tasks.max }
    } : name => action if var.off_hours != null && !var.paused
  }

  name               = "${var.name}-${each.key}"
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = var.scalable
  schedule           = "cron(${each.value.at})"
  timezone           = var.off_hours.zone

  scalable_target_action {
    min_capacity = each.value.min
    max_capacity = each.value.max
  }
}
