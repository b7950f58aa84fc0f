resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_ecs_service" "this" {
  count = var.paused ? 0 : 1

  name                               = var.name
  cluster                            = aws_ecs_cluster.this.id
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = var.tasks.min
  platform_version                   = "1.4.0"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = var.grace_seconds
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = false
  propagate_tags                     = "SERVICE"

  dynamic "capacity_provider_strategy" {
    for_each = { for provider, weight in { FARGATE = 100 - var.spot, FARGATE_SPOT = var.spot } : provider => weight if weight > 0 }

    content {
      capacity_provider = capacity_provider_strategy.key
      weight            = capacity_provider_strategy.value
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnets
    security_groups  = [var.group]
    assign_public_ip = var.public_address
  }

  load_balancer {
    target_group_arn = var.target_group_arn
    container_name   = "service"
    container_port   = var.port
  }

  # Autoscaling sets it.
  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [aws_iam_role_policy.task, aws_iam_role_policy.execution, aws_ecs_cluster_capacity_providers.this]
}
