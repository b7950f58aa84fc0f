locals {
  evaluated  = var.evaluation != null
  nightly    = local.evaluated && !var.paused
  log_group  = "/tst/${var.name}/evaluation"
  definition = "arn:aws:ecs:${var.region}:${var.account_id}:task-definition/${var.name}-evaluation"
}

resource "aws_cloudwatch_log_group" "evaluation" {
  count = local.evaluated ? 1 : 0

  name              = local.log_group
  retention_in_days = var.log_days
  kms_key_id        = var.logs_key_arn
}

resource "aws_ecs_task_definition" "evaluation" {
  count = local.evaluated ? 1 : 0

  family                   = "${var.name}-evaluation"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  task_role_arn            = aws_iam_role.evaluation[0].arn
  execution_role_arn       = var.execution_role_arn

  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }

  volume {
    name = "tmp"
  }

  container_definitions = jsonencode([{
    name                   = "evaluation"
    image                  = var.evaluation.image
    command                = concat(["eval"], var.evaluation.arguments)
    essential              = true
    readonlyRootFilesystem = true
    user                   = "65532:0"
    linuxParameters        = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = local.log_group
        awslogs-region        = var.region
        awslogs-stream-prefix = "evaluation"
        mode                  = "non-blocking"
        max-buffer-size       = "4m"
      }
    }
  }])
}

resource "aws_scheduler_schedule" "evaluation" {
  count = local.nightly ? 1 : 0

  name                = "${var.name}-evaluation"
  description         = "Scores the answers of the models in use against cases whose truth is known"
  schedule_expression = "cron(${var.evaluation.at})"

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 30
  }

  target {
    arn      = "arn:aws:ecs:${var.region}:${var.account_id}:cluster/${var.cluster}"
    role_arn = aws_iam_role.scheduler[0].arn

    ecs_parameters {
      task_definition_arn = aws_ecs_task_definition.evaluation[0].arn
      task_count          = 1
      launch_type         = "FARGATE"
      platform_version    = "1.4.0"

      network_configuration {
        subnets          = var.subnets
        security_groups  = [var.group]
        assign_public_ip = var.public_address
      }
    }

    retry_policy {
      maximum_retry_attempts       = 2
      maximum_event_age_in_seconds = 3600
    }
  }
}
