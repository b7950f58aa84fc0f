# The function, for little use.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name         = "tst-test"
  account_id   = "111122223333"
  region       = "us-east-1"
  image        = "111122223333.dkr.ecr.us-east-1.amazonaws.com/troubleshooter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  memory       = 2048
  settings     = { TST_LISTEN_PORT = "8080" }
  key_arn      = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_key_arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-0000-0000-0000-000000000000"
  boundary_arn = "arn:aws:iam::111122223333:policy/tst-boundary"
  log_days     = 30
  policy       = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  timeout      = 300
}

run "lambda" {
  command = plan
  module {
    source = "./modules/lambda"
  }

  assert {
    condition     = aws_lambda_function.this.package_type == "Image" && aws_lambda_function.this.architectures == tolist(["arm64"])
    error_message = "the same kind of image, ARM64"
  }
  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == 10
    error_message = "what it may cost is bounded"
  }
  assert {
    condition     = aws_lambda_function.this.kms_key_arn == var.key_arn
    error_message = "its settings are sealed"
  }
  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 30 && aws_cloudwatch_log_group.this.kms_key_id == var.logs_key_arn
    error_message = "its log is sealed and goes after a while"
  }
  assert {
    condition     = aws_iam_role.this.permissions_boundary == var.boundary_arn
    error_message = "its role stays within the boundary"
  }
}

run "lambda_rights" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = run.lambda.policies
  }

  assert {
    condition     = output.statements >= 3 && length(output.wide_actions) + length(output.wide_resources) == 0
    error_message = join("\n", concat(output.wide_actions, output.wide_resources))
  }
}

run "lambda_paused" {
  command = plan
  module {
    source = "./modules/lambda"
  }
  variables {
    paused = true
  }

  assert {
    condition     = output.concurrency == 0
    error_message = "no call gets through"
  }
}

run "lambda_refuses" {
  command = plan
  module {
    source = "./modules/lambda"
  }
  variables {
    image       = "docker.io/troubleshooter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    memory      = 256
    timeout     = 10
    concurrency = 0
    settings    = { TST_MODEL_API_KEY = "secret" }
  }
  expect_failures = [var.image, var.memory, var.timeout, var.concurrency, var.settings]
}
