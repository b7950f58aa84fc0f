# Two keys: one for what users bring, one for what the deployment says about itself. Neither can be used directly, only
# through the services named here.
locals {
  root = "arn:aws:iam::${var.account_id}:root"

  # Resource "*" in the policy of a key means that key alone.
  administration = {
    Sid       = "AdministrationByTheAccount"
    Effect    = "Allow"
    Principal = { AWS = local.root }
    Resource  = "*"
    Action = [
      "kms:CancelKeyDeletion",
      "kms:DescribeKey",
      "kms:DisableKey",
      "kms:DisableKeyRotation",
      "kms:EnableKey",
      "kms:EnableKeyRotation",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListGrants",
      "kms:ListKeyPolicies",
      "kms:ListResourceTags",
      "kms:PutKeyPolicy",
      "kms:RevokeGrant",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateKeyDescription",
    ]
  }

  use = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]

  data_policy = {
    Version = "2012-10-17"
    Statement = [
      local.administration,
      {
        Sid       = "UseThroughServices"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = concat(local.use, ["kms:CreateGrant"])
        Resource  = "*"
        Condition = {
          StringEquals = {
            "kms:CallerAccount" = var.account_id
            "kms:ViaService" = [
              for service in ["dynamodb", "s3", "secretsmanager", "ecr", "lambda"] : "${service}.${var.region}.amazonaws.com"
            ]
          }
        }
      },
    ]
  }

  logs_policy = {
    Version = "2012-10-17"
    Statement = [
      local.administration,
      {
        Sid       = "LogGroupsOfThisDeployment"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = concat(local.use, ["kms:DescribeKey"])
        Resource  = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = [
              "arn:aws:logs:${var.region}:${var.account_id}:log-group:/tst/${var.name}/*",
              "arn:aws:logs:${var.region}:${var.account_id}:log-group:aws-waf-logs-${var.name}",
            ]
          }
        }
      },
      {
        Sid       = "AlarmsThroughTheTopic"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
    ]
  }
}

resource "aws_kms_key" "data" {
  description             = "${var.name}: table, bucket and secrets"
  enable_key_rotation     = true
  rotation_period_in_days = 365
  deletion_window_in_days = var.deletion_window
  policy                  = jsonencode(local.data_policy)
}

resource "aws_kms_alias" "data" {
  name          = "alias/${var.name}-data"
  target_key_id = aws_kms_key.data.key_id
}

resource "aws_kms_key" "logs" {
  description             = "${var.name}: log groups and alarms"
  enable_key_rotation     = true
  rotation_period_in_days = 365
  deletion_window_in_days = var.deletion_window
  policy                  = jsonencode(local.logs_policy)
}

resource "aws_kms_alias" "logs" {
  name          = "alias/${var.name}-logs"
  target_key_id = aws_kms_key.logs.key_id
}
