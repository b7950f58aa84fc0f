output "data_arn" {
  description = "Key of the table, the bucket and the secrets."
  value       = aws_kms_key.data.arn
}

output "logs_arn" {
  description = "Key of log groups and alarms."
  value       = aws_kms_key.logs.arn
}

output "policies" {
  description = "Policies of the keys, for tests and audits."
  value       = { for key in [aws_kms_key.data, aws_kms_key.logs] : key.description => key.policy }
}
