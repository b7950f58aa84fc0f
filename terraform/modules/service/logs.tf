locals {
  log_groups = {
    service   = "/tst/${var.name}/service"
    collector = "/tst/${var.name}/collector"
    figures   = "/tst/${var.name}/figures"
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = local.log_groups

  name              = each.value
  retention_in_days = var.log_days
  kms_key_id        = var.logs_key_arn
}
