output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "backend" {
  description = "What belongs into backend.hcl of an environment."
  value       = "bucket = \"${aws_s3_bucket.this.bucket}\"\nregion = \"${var.region}\"\n"
}
