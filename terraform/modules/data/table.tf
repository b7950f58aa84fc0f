# One table for everything; what its items are is said by the stores in troubleshooter-aws. Attributes that are no key are
# not declared.
resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  range_key                   = "sk"
  deletion_protection_enabled = var.deletion_protection

  attribute {
    name = "pk"
    type = "S"
  }

  attribute {
    name = "sk"
    type = "S"
  }

  attribute {
    name = "owner"
    type = "S"
  }

  attribute {
    name = "shard"
    type = "S"
  }

  attribute {
    name = "updated"
    type = "N"
  }

  global_secondary_index {
    name            = "byOwner"
    hash_key        = "owner"
    range_key       = "updated"
    projection_type = "ALL"
  }

  global_secondary_index {
    name            = "byAge"
    hash_key        = "shard"
    range_key       = "updated"
    projection_type = "ALL"
  }

  # Seconds since 1970. Removal may take two days: readers check it themselves.
  ttl {
    attribute_name = "ttl"
    enabled        = true
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = var.recovery_days
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.key_arn
  }
}
