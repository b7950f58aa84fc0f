resource "aws_cloudwatch_log_group" "this" {
  name              = "/tst/${var.name}/function"
  retention_in_days = var.log_days
  kms_key_id        = var.logs_key_arn
}

# Outside of the network: it needs no way in, and the ways out that it uses are AWS's own, by TLS.
resource "aws_lambda_function" "this" {
  function_name                  = var.name
  package_type                   = "Image"
  image_uri                      = var.image
  architectures                  = ["arm64"]
  role                           = aws_iam_role.this.arn
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = var.paused ? 0 : var.concurrency
  kms_key_arn                    = var.key_arn

  image_config {
    command = ["io.troubleshooter.lambda.LambdaHandler::handleRequest"]
  }

  environment {
    variables = var.settings
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  tracing_config {
    mode = "Active"
  }

  depends_on = [aws_iam_role_policy.service, aws_iam_role_policy.run]
}
