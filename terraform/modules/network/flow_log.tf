locals {
  flow_log_policy = {
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteFlowLog"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = ["arn:aws:logs:${var.region}:${var.account_id}:log-group:/tst/${var.name}/flow:*"]
    }]
  }
}

resource "aws_cloudwatch_log_group" "flow" {
  name              = "/tst/${var.name}/flow"
  retention_in_days = var.flow_log_days
  kms_key_id        = var.logs_key_arn
}

resource "aws_iam_role" "flow" {
  name                 = "${var.name}-flow-log"
  permissions_boundary = var.boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "flow" {
  name   = "write"
  role   = aws_iam_role.flow.id
  policy = jsonencode(local.flow_log_policy)
}

# What was refused says enough about attacks and mistakes; all of the traffic would cost more than the service.
resource "aws_flow_log" "this" {
  vpc_id          = aws_vpc.this.id
  traffic_type    = "REJECT"
  iam_role_arn    = aws_iam_role.flow.arn
  log_destination = aws_cloudwatch_log_group.flow.arn
}
