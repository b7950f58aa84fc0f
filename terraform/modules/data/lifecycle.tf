locals {
  # sessions/ and documents/ hold what is too large for an item of the table, and go when the service removes it; archive/ is
  # for what people keep beside it, such as exports and evaluations.
  # Uploads are what users sent, not yet redacted: a day is the least that S3 knows, the service removes them sooner.
  lifecycle = {
    uploads = {
      prefix      = "uploads/"
      expire      = 1
      undelete    = 1
      transitions = {}
    }
    sessions = {
      prefix      = "sessions/"
      expire      = null
      undelete    = max(1, var.keep_deleted_days)
      transitions = { STANDARD_IA = 30 }
    }
    documents = {
      prefix      = "documents/"
      expire      = null
      undelete    = max(1, var.keep_deleted_days)
      transitions = { STANDARD_IA = 30 }
    }
    # Answers that are too large for an item: good for a day, and of what the table has let go nobody removes them.
    cache = {
      prefix      = "cache/"
      expire      = 2
      undelete    = 1
      transitions = {}
    }
    archive = {
      prefix      = "archive/"
      expire      = var.archive_days
      undelete    = max(1, var.keep_deleted_days)
      transitions = { STANDARD_IA = 30, GLACIER = 90 }
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  dynamic "rule" {
    for_each = local.lifecycle

    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = rule.value.prefix
      }

      abort_incomplete_multipart_upload {
        days_after_initiation = 1
      }

      noncurrent_version_expiration {
        noncurrent_days = rule.value.undelete
      }

      dynamic "transition" {
        for_each = rule.value.transitions

        content {
          storage_class = transition.key
          days          = transition.value
        }
      }

      dynamic "expiration" {
        for_each = rule.value.expire == null ? [] : [rule.value.expire]

        content {
          days = expiration.value
        }
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}
