# Fargate.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name             = "tst-test"
  account_id       = "111122223333"
  region           = "us-east-1"
  image            = "111122223333.dkr.ecr.us-east-1.amazonaws.com/troubleshooter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  repository_arn   = "arn:aws:ecr:us-east-1:111122223333:repository/troubleshooter"
  collector_image  = "public.ecr.aws/aws-observability/aws-otel-collector:v1"
  cpu              = 1024
  memory           = 2048
  tasks            = { min = 2, max = 6 }
  subnets          = ["subnet-a", "subnet-b"]
  group            = "sg-task"
  public_address   = false
  target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/tst-test/0123456789abcdef"
  requests_label   = "app/tst-test/0123456789abcdef/targetgroup/tst-test/0123456789abcdef"
  settings         = { TST_LISTEN_PORT = "8080" }
  secrets          = { TST_STORAGE_KEYS = "arn:aws:secretsmanager:us-east-1:111122223333:secret:tst-test/storage-keys-AbCdEf" }
  key_arn          = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_key_arn     = "arn:aws:kms:us-east-1:111122223333:key/11111111-0000-0000-0000-000000000000"
  boundary_arn     = "arn:aws:iam::111122223333:policy/tst-boundary"
  log_days         = 30
  policy           = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
}

run "fargate" {
  command = plan
  module {
    source = "./modules/service"
  }

  assert {
    condition     = one(aws_ecs_task_definition.this.runtime_platform).cpu_architecture == "ARM64"
    error_message = "ARM64"
  }
  assert {
    condition     = alltrue([for container in jsondecode(output.containers) : container.readonlyRootFilesystem && !container.privileged])
    error_message = "every container has a root that cannot be written"
  }
  assert {
    condition     = alltrue([for container in jsondecode(output.containers) : !startswith(container.user, "0") && container.user != ""])
    error_message = "no container runs as root"
  }
  assert {
    condition     = alltrue([for container in jsondecode(output.containers) : container.linuxParameters.capabilities.drop == ["ALL"]])
    error_message = "no container has capabilities"
  }
  assert {
    condition     = alltrue([for container in jsondecode(output.containers) : container.logConfiguration.options.mode == "non-blocking"])
    error_message = "logs never hold up the work"
  }
  assert {
    condition     = sum(jsondecode(output.containers)[*].memory) <= var.memory
    error_message = "containers have no more memory than the task, and the JVM knows its part"
  }
  assert {
    condition     = jsondecode(output.containers)[0].secrets == [{ name = "TST_STORAGE_KEYS", valueFrom = var.secrets.TST_STORAGE_KEYS }]
    error_message = "the keys of what is stored come from Secrets Manager"
  }
  assert {
    condition     = !anytrue([for variable in jsondecode(output.containers)[0].environment : can(regex("KEYS|SECRET|PASSWORD", variable.name))])
    error_message = "no secret is in the environment in clear"
  }
  assert {
    condition     = toset(jsondecode(output.containers)[0].mountPoints[*].containerPath) == toset(["/data", "/tmp"])
    error_message = "two folders can be written, those that the image declares"
  }
  assert {
    condition     = jsondecode(output.containers)[1].name == "collector" && !jsondecode(output.containers)[1].essential
    error_message = "a collector that fails does not end the task"
  }
  assert {
    condition     = one([for variable in jsondecode(output.containers)[0].environment : variable.value if variable.name == "TST_TELEMETRY_OTLP"]) == "http://127.0.0.1:4318"
    error_message = "figures stay within the task"
  }
  assert {
    condition     = yamldecode(jsondecode(output.containers)[1].environment[0].value).exporters.awsemf.dimension_rollup_option == "NoDimensionRollup"
    error_message = "no combinations of dimensions that nobody asked for"
  }
  assert {
    condition     = !anytrue([for figure in values(output.figures) : anytrue([for dimensions in figure : length(setintersection(dimensions, ["tst.user", "tst.session", "http.route", "url.path", "gen_ai.request.model"])) > 0])])
    error_message = "no dimension that grows with users"
  }
  assert {
    condition     = aws_iam_role.task.name != aws_iam_role.execution.name && aws_ecs_task_definition.this.task_role_arn != null
    error_message = "the role that runs is not the one that starts"
  }
  assert {
    condition     = aws_iam_role.task.permissions_boundary == var.boundary_arn && aws_iam_role.execution.permissions_boundary == var.boundary_arn
    error_message = "both stay within the boundary"
  }
  assert {
    condition     = jsondecode(aws_iam_role.task.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == var.account_id
    error_message = "only tasks of this account get the role"
  }
  assert {
    condition     = one(aws_ecs_service.this[0].deployment_circuit_breaker).enable && one(aws_ecs_service.this[0].deployment_circuit_breaker).rollback
    error_message = "a deployment that does not come up is taken back"
  }
  assert {
    condition     = aws_ecs_service.this[0].deployment_minimum_healthy_percent == 100
    error_message = "a deployment takes no task away before its successor works"
  }
  assert {
    condition     = aws_ecs_service.this[0].health_check_grace_period_seconds >= 30
    error_message = "a task may take its time to start"
  }
  assert {
    condition     = !aws_ecs_service.this[0].enable_execute_command
    error_message = "nobody gets a shell in a task"
  }
  assert {
    condition     = one(aws_ecs_service.this[0].network_configuration).assign_public_ip == false
    error_message = "tasks have no public address unless asked for"
  }
  assert {
    condition     = aws_appautoscaling_target.this[0].min_capacity == 2 && aws_appautoscaling_target.this[0].max_capacity == 6 && length(aws_appautoscaling_policy.this) == 2
    error_message = "scales by processor and by requests, within limits"
  }
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 30 && group.kms_key_id == var.logs_key_arn])
    error_message = "logs are sealed and go after a while"
  }
}

run "fargate_rights" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = run.fargate.policies
  }

  assert {
    condition     = output.statements >= 7 && length(output.wide_actions) + length(output.wide_resources) == 0
    error_message = join("\n", concat(output.wide_actions, output.wide_resources))
  }
}

run "fargate_paused" {
  command = plan
  module {
    source = "./modules/service"
  }
  variables {
    paused           = true
    target_group_arn = ""
    requests_label   = ""
  }

  assert {
    condition     = length(aws_ecs_service.this) == 0 && length(aws_appautoscaling_target.this) == 0 && length(aws_appautoscaling_policy.this) == 0
    error_message = "no tasks, and nothing that would start some"
  }
}

run "fargate_refuses" {
  command = plan
  module {
    source = "./modules/service"
  }
  variables {
    image        = "troubleshooter:latest"
    cpu          = 1000
    memory       = 512
    tasks        = { min = 3, max = 2 }
    spot         = 101
    stop_seconds = 10
    settings     = { TST_STORAGE_KEYS = "k1:secret" }
  }
  expect_failures = [var.image, var.cpu, var.memory, var.tasks, var.spot, var.stop_seconds, var.settings]
}
