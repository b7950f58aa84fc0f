locals {
  collector        = var.collector_image != ""
  collector_memory = 192

  # Logs never hold up the service: what does not fit into the buffer is dropped.
  log_options = {
    for container in ["service", "collector"] : container => {
      logDriver = "awslogs"
      options = {
        awslogs-group         = local.log_groups[container]
        awslogs-region        = var.region
        awslogs-stream-prefix = container
        mode                  = "non-blocking"
        max-buffer-size       = "4m"
      }
    }
  }

  # The only folders that can be written, which the image declares as volumes of its own user. Gone with the task.
  folders = ["data", "tmp"]

  hardened = {
    essential              = true
    readonlyRootFilesystem = true
    privileged             = false
    user                   = "65532:0"
    linuxParameters        = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
  }

  settings = merge(var.settings, local.collector ? { TST_TELEMETRY_OTLP = "http://127.0.0.1:4318" } : {})

  service_container = merge(local.hardened, {
    name             = "service"
    image            = var.image
    memory           = var.memory - (local.collector ? local.collector_memory : 0) # the JVM takes its share of this
    portMappings     = [{ name = "http", containerPort = var.port, hostPort = var.port, protocol = "tcp" }]
    environment      = [for name in sort(keys(local.settings)) : { name = name, value = local.settings[name] }]
    secrets          = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
    mountPoints      = [for folder in local.folders : { sourceVolume = folder, containerPath = "/${folder}", readOnly = false }]
    stopTimeout      = var.stop_seconds
    logConfiguration = local.log_options.service
  })

  collector_container = merge(local.hardened, {
    name              = "collector"
    image             = var.collector_image
    essential         = false
    memoryReservation = 64
    memory            = local.collector_memory
    environment       = [{ name = "AOT_CONFIG_CONTENT", value = yamlencode(local.collector_config) }]
    logConfiguration  = local.log_options.collector
  })
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.execution.arn
  track_latest             = true # releases register revisions, too
  container_definitions    = jsonencode(concat([local.service_container], local.collector ? [local.collector_container] : []))

  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }

  dynamic "volume" {
    for_each = local.folders

    content {
      name = volume.value
    }
  }
}
