# Keys, table, bucket, secrets.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name       = "tst-test"
  account_id = "111122223333"
  region     = "us-east-1"
  key_arn    = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "keys" {
  command = plan
  module {
    source = "./modules/keys"
  }

  assert {
    condition     = aws_kms_key.data.enable_key_rotation && aws_kms_key.logs.enable_key_rotation
    error_message = "keys rotate"
  }
  assert {
    condition     = aws_kms_key.data.deletion_window_in_days == 30
    error_message = "a key that was deleted by mistake can be saved for 30 days"
  }
  assert {
    condition     = alltrue(flatten([for policy in values(output.policies) : [for statement in jsondecode(policy).Statement : [for action in statement.Action : !strcontains(action, "*")]]]))
    error_message = "no key has a wildcard among its actions"
  }
  assert {
    condition     = length(jsondecode(aws_kms_key.data.policy).Statement[1].Condition.StringEquals["kms:ViaService"]) > 0
    error_message = "data is opened through services only"
  }
  assert {
    condition     = alltrue([for statement in jsondecode(aws_kms_key.logs.policy).Statement : can(statement.Condition) if can(statement.Principal.Service)])
    error_message = "services use the key of logs for this account's things only"
  }
}

run "table" {
  command = plan
  module {
    source = "./modules/data"
  }

  assert {
    condition     = aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST"
    error_message = "nothing is provisioned"
  }
  assert {
    condition     = aws_dynamodb_table.this.hash_key == "pk" && aws_dynamodb_table.this.range_key == "sk"
    error_message = "the keys are those of the stores"
  }
  assert {
    condition = { for attribute in aws_dynamodb_table.this.attribute : attribute.name => attribute.type } == {
      pk = "S", sk = "S", owner = "S", shard = "S", updated = "N"
    }
    error_message = "attributes of keys and indexes are those of TableSetup"
  }
  assert {
    condition = { for index in aws_dynamodb_table.this.global_secondary_index : index.name => "${index.hash_key} ${index.range_key} ${index.projection_type}" } == {
      byOwner = "owner updated ALL", byAge = "shard updated ALL"
    }
    error_message = "indexes are those of TableSetup"
  }
  assert {
    condition     = one(aws_dynamodb_table.this.ttl).enabled && one(aws_dynamodb_table.this.ttl).attribute_name == "ttl"
    error_message = "items expire by the attribute ttl"
  }
  assert {
    condition     = one(aws_dynamodb_table.this.point_in_time_recovery).enabled && one(aws_dynamodb_table.this.point_in_time_recovery).recovery_period_in_days == 35
    error_message = "the table can be restored to any second of 35 days"
  }
  assert {
    condition     = aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "the table cannot be deleted"
  }
  assert {
    condition     = one(aws_dynamodb_table.this.server_side_encryption).enabled && one(aws_dynamodb_table.this.server_side_encryption).kms_key_arn == var.key_arn
    error_message = "the table is sealed with the own key"
  }
}

run "bucket" {
  command = plan
  module {
    source = "./modules/data"
  }
  variables {
    origins = ["https://tst.example.com"]
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "nothing is public"
  }
  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms" && one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].kms_master_key_id == var.key_arn
    error_message = "objects are sealed with the own key"
  }
  assert {
    condition     = anytrue([for statement in jsondecode(output.bucket_policy).Statement : statement.Effect == "Deny" && statement.Principal == "*" && try(statement.Condition.Bool["aws:SecureTransport"], "") == "false" && length(statement.Resource) == 2])
    error_message = "without TLS nothing is answered, of the bucket nor of its objects"
  }
  assert {
    condition     = anytrue([for statement in jsondecode(output.bucket_policy).Statement : try(statement.Condition.NumericLessThan["s3:TlsVersion"], "") == "1.2"])
    error_message = "TLS below 1.2 is refused"
  }
  assert {
    condition     = alltrue([for statement in jsondecode(output.bucket_policy).Statement : statement.Effect == "Deny"])
    error_message = "the bucket's policy gives nobody anything"
  }
  assert {
    condition     = one([for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.expiration[0].days if rule.id == "uploads"]) == 1
    error_message = "uploads are gone after a day"
  }
  assert {
    condition     = [for transition in one([for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.transition if rule.id == "archive"]) : transition.storage_class if transition.days >= 90] == ["GLACIER"] && contains([for transition in one([for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.transition if rule.id == "archive"]) : transition.storage_class], "STANDARD_IA")
    error_message = "the archive moves to Standard-IA, then to Glacier"
  }
  assert {
    condition     = alltrue([for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.status == "Enabled" && rule.abort_incomplete_multipart_upload[0].days_after_initiation == 1])
    error_message = "what was sent half is removed"
  }
  assert {
    condition     = one(aws_s3_bucket_versioning.this.versioning_configuration).status == "Suspended"
    error_message = "what is deleted is gone, unless asked for otherwise"
  }
  assert {
    condition     = !aws_s3_bucket.this.force_destroy
    error_message = "a bucket with contents is not deleted"
  }
  assert {
    condition     = one(aws_s3_bucket_ownership_controls.this.rule).object_ownership == "BucketOwnerEnforced"
    error_message = "there are no ACLs"
  }
  assert {
    condition     = one(aws_s3_bucket_cors_configuration.this[0].cors_rule).allowed_origins == toset(["https://tst.example.com"]) && one(aws_s3_bucket_cors_configuration.this[0].cors_rule).allowed_methods == toset(["PUT"])
    error_message = "other pages may not send anything"
  }
  assert {
    condition     = one(aws_s3_bucket_cors_configuration.this[0].cors_rule).allowed_headers == toset(["content-type", "if-none-match", "x-amz-*"])
    error_message = "the page sends all that was signed"
  }
  assert {
    condition     = aws_secretsmanager_secret.storage_keys.kms_key_id == var.key_arn && aws_secretsmanager_secret.storage_keys.recovery_window_in_days == 30
    error_message = "the keys of what is stored are sealed, and can be brought back"
  }
}

run "deleted_objects_can_be_kept" {
  command = plan
  module {
    source = "./modules/data"
  }
  variables {
    keep_deleted_days = 7
  }

  assert {
    condition     = one(aws_s3_bucket_versioning.this.versioning_configuration).status == "Enabled"
    error_message = "versions are kept"
  }
  assert {
    condition     = { for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.id => rule.noncurrent_version_expiration[0].noncurrent_days } == { uploads = 1, sessions = 7, documents = 7, cache = 1, archive = 7 }
    error_message = "and go after as many days; raw uploads after one"
  }
}

run "refuses_what_makes_no_sense" {
  command = plan
  module {
    source = "./modules/data"
  }
  variables {
    recovery_days     = 36
    keep_deleted_days = 36
    archive_days      = 30
    origins           = ["https://*.example.com"]
  }
  expect_failures = [var.recovery_days, var.keep_deleted_days, var.archive_days, var.origins]
}

run "refuses_bad_names" {
  command = plan
  module {
    source = "./modules/keys"
  }
  variables {
    name            = "Tst_Prod"
    account_id      = "1111"
    deletion_window = 3
  }
  expect_failures = [var.name, var.account_id, var.deletion_window]
}
