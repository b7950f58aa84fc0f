# What the service may do, wherever it runs. Nothing here names more than it has to; the one "*" of an Allow is for actions
# that AWS knows no resource for.
locals {
  statements = concat(local.store, jsondecode(var.models_policy).Statement, local.logs)

  store = [
    {
      Sid    = "Items"
      Effect = "Allow"
      Action = [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
      ]
      Resource = [var.table_arn]
    },
    {
      Sid      = "Indexes"
      Effect   = "Allow"
      Action   = ["dynamodb:Query"]
      Resource = [for index in var.indexes : "${var.table_arn}/index/${index}"]
    },
    {
      Sid      = "Objects"
      Effect   = "Allow"
      Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      Resource = [for prefix in var.prefixes : "arn:aws:s3:::${var.bucket}/${prefix}*"]
    },
    # What was uploaded is raw: in a bucket that keeps what is deleted, it is not kept all the same.
    {
      Sid      = "RawUploadsForGood"
      Effect   = "Allow"
      Action   = ["s3:DeleteObjectVersion"]
      Resource = [for prefix in var.prefixes : "arn:aws:s3:::${var.bucket}/${prefix}*" if prefix == "uploads/"]
    },
    {
      Sid      = "ListOfObjects"
      Effect   = "Allow"
      Action   = ["s3:ListBucket"]
      Resource = ["arn:aws:s3:::${var.bucket}"]
      # Whether the bucket is there is asked without a prefix.
      Condition = { StringLikeIfExists = { "s3:prefix" = [for prefix in var.prefixes : "${prefix}*"] } }
    },
    {
      Sid      = "KeyThroughStores"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = [var.key_arn]
      Condition = {
        StringEquals = { "kms:ViaService" = ["dynamodb.${var.region}.amazonaws.com", "s3.${var.region}.amazonaws.com"] }
      }
    },
  ]
}
