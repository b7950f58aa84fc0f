locals {
  scheduler_policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RunEvaluation"
        Effect    = "Allow"
        Action    = ["ecs:RunTask"]
        Resource  = ["${local.definition}:*"]
        Condition = { ArnEquals = { "ecs:cluster" = "arn:aws:ecs:${var.region}:${var.account_id}:cluster/${var.cluster}" } }
      },
      {
        Sid       = "HandOverRoles"
        Effect    = "Allow"
        Action    = ["iam:PassRole"]
        Resource  = ["arn:aws:iam::${var.account_id}:role/${var.name}-evaluation", "arn:aws:iam::${var.account_id}:role/${var.name}-execution"]
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
    ]
  }
}

resource "aws_iam_role" "evaluation" {
  count = local.evaluated ? 1 : 0

  name                 = "${var.name}-evaluation"
  permissions_boundary = var.boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "evaluation" {
  count = local.evaluated ? 1 : 0

  name   = "models"
  role   = aws_iam_role.evaluation[0].id
  policy = var.policy
}

resource "aws_iam_role" "scheduler" {
  count = local.evaluated ? 1 : 0

  name                 = "${var.name}-scheduler"
  permissions_boundary = var.boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  count = local.evaluated ? 1 : 0

  name   = "run"
  role   = aws_iam_role.scheduler[0].id
  policy = jsonencode(local.scheduler_policy)
}
