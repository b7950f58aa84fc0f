output "table" {
  description = "Name of the table."
  value       = aws_dynamodb_table.this.name
}

output "table_arn" {
  description = "ARN of the table."
  value       = aws_dynamodb_table.this.arn
}

output "indexes" {
  description = "Names of the table's indexes."
  value       = [for index in aws_dynamodb_table.this.global_secondary_index : index.name]
}

output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "prefixes" {
  description = "What the bucket holds, and under which prefix."
  value       = { for name, rule in local.lifecycle : name => rule.prefix }
}

output "storage_keys_secret_arn" {
  description = "Secret with the keys that seal what is stored."
  value       = aws_secretsmanager_secret.storage_keys.arn
}

output "bucket_policy" {
  description = "Policy of the bucket, which only denies."
  value       = aws_s3_bucket_policy.this.policy
}
