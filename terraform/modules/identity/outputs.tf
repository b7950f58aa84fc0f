output "issuer" {
  description = "Issuer of tokens."
  value       = "https://cognito-idp.${var.region}.amazonaws.com/${aws_cognito_user_pool.this.id}"
}

output "audience" {
  description = "Audience of ID tokens: the client."
  value       = aws_cognito_user_pool_client.this.id
}

output "pool_arn" {
  description = "The user pool."
  value       = aws_cognito_user_pool.this.arn
}

output "login" {
  description = "Host of the login page."
  value       = "https://${aws_cognito_user_pool_domain.this.domain}.auth.${var.region}.amazoncognito.com"
}

output "roles" {
  description = "Groups, which are the service's roles."
  value       = keys(aws_cognito_user_group.role)
}
