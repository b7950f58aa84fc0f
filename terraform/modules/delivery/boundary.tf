# No role that an environment makes can do more than this, whatever its own policy says: without it, whoever may make roles
# may do everything. Which of these a role has, and where, is said by its own policy.
locals {
  boundary = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WhatRolesOfADeploymentMayDo"
        Effect = "Allow"
        Action = [
          "bedrock:ApplyGuardrail", "bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream", "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
          "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem", "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage", "ecr:GetAuthorizationToken", "ecr:GetDownloadUrlForLayer", "ecs:RunTask", "iam:PassRole",
          "kms:Decrypt", "kms:GenerateDataKey", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams",
          "logs:FilterLogEvents", "logs:GetLogRecord", "logs:GetQueryResults", "logs:PutLogEvents",
          "logs:StartLiveTail", "logs:StartQuery", "logs:StopQuery", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:GetObject",
          "s3:ListBucket", "s3:PutObject", "secretsmanager:GetSecretValue", "xray:GetSamplingRules", "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords", "xray:PutTraceSegments",
        ]
        Resource = ["*"]
      },
      {
        Sid      = "StatesStayClosed"
        Effect   = "Deny"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucket"]
        Resource = [local.states, "${local.states}/*"]
      },
    ]
  }
}

resource "aws_iam_policy" "boundary" {
  name   = "tst-boundary"
  policy = jsonencode(local.boundary)
}
