output "vpc_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "public_subnets" {
  description = "Subnets with a way to the internet."
  value       = [for subnet in aws_subnet.public : subnet.id]
}

output "private_subnets" {
  description = "Subnets without one of their own."
  value       = [for subnet in aws_subnet.private : subnet.id]
}

output "private_cidrs" {
  description = "Addresses of the private subnets, in which the load balancer and the VPC link are: proxies that are believed."
  value       = [for subnet in aws_subnet.private : subnet.cidr_block]
}

output "groups" {
  description = "Security groups: link, load_balancer, task."
  value       = { for name, group in aws_security_group.this : name => group.id }
}

output "nat_gateways" {
  description = "How many NAT gateways there are."
  value       = length(aws_nat_gateway.this)
}

output "interface_endpoints" {
  description = "How many interface endpoints there are; each is paid in each zone."
  value       = length(aws_vpc_endpoint.interface)
}

output "policies" {
  description = "Policies of roles, for tests and audits."
  value       = { "flow log" = aws_iam_role_policy.flow.policy }
}
