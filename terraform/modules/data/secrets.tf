# Its value is put in by hand (see the README), so that it is in no state and in no plan.
resource "aws_secretsmanager_secret" "storage_keys" {
  name                    = "${var.name}/storage-keys"
  description             = "ID:BASE64 words of 32-byte keys that seal what is stored; the first seals, all open"
  kms_key_id              = var.key_arn
  recovery_window_in_days = 30
}
