mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name         = "tst-test"
  account_id   = "111122223333"
  region       = "us-east-1"
  zones        = ["us-east-1a", "us-east-1b"]
  logs_key_arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  boundary_arn = "arn:aws:iam::111122223333:policy/tst-boundary"
  egress       = "nat"
}

run "nat" {
  command = plan
  module {
    source = "./modules/network"
  }

  assert {
    condition     = length(aws_subnet.private) == 2 && length(aws_subnet.public) == 2
    error_message = "two zones, private and public"
  }
  assert {
    condition     = length(distinct(concat([for subnet in aws_subnet.private : subnet.cidr_block], [for subnet in aws_subnet.public : subnet.cidr_block]))) == 4
    error_message = "subnets do not overlap"
  }
  assert {
    condition     = output.nat_gateways == 1 && output.interface_endpoints == 0
    error_message = "one NAT gateway serves all zones"
  }
  assert {
    condition     = length(aws_route.nat) == 2
    error_message = "each private subnet has a way out"
  }
  assert {
    condition     = alltrue([for subnet in aws_subnet.public : !subnet.map_public_ip_on_launch])
    error_message = "nothing gets a public address by itself"
  }
  assert {
    condition     = aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway" && aws_vpc_endpoint.dynamodb.vpc_endpoint_type == "Gateway"
    error_message = "S3 and DynamoDB are reached without paying for it"
  }
  assert {
    condition     = jsondecode(aws_vpc_endpoint.dynamodb.policy).Statement[0].Condition.StringEquals["aws:ResourceAccount"] == var.account_id
    error_message = "tables of other accounts cannot be reached"
  }
  assert {
    condition     = length(aws_default_security_group.closed.ingress) == 0 && length(aws_default_security_group.closed.egress) == 0
    error_message = "the default group lets nothing through"
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.hop : rule.cidr_ipv4 == null])
    error_message = "nothing comes in from an address, only from the one before"
  }
  assert {
    condition     = { for name, rule in aws_vpc_security_group_ingress_rule.hop : name => rule.to_port } == { link_to_load_balancer = 80, load_balancer_to_task = 8080 }
    error_message = "gateway to load balancer to task, one port each"
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.task_to_internet[0].to_port == 443 && aws_vpc_security_group_egress_rule.task_to_internet[0].from_port == 443
    error_message = "tasks speak TLS only"
  }
  assert {
    condition     = aws_flow_log.this.traffic_type == "REJECT" && aws_cloudwatch_log_group.flow.retention_in_days == 14 && aws_cloudwatch_log_group.flow.kms_key_id == var.logs_key_arn
    error_message = "what was refused is logged, sealed, and goes after two weeks"
  }
  assert {
    condition     = aws_iam_role.flow.permissions_boundary == var.boundary_arn
    error_message = "the role stays within the boundary"
  }
}

run "nat_in_each_zone" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    nat_per_zone = true
  }

  assert {
    condition     = output.nat_gateways == 2
    error_message = "one zone can fail"
  }
}

run "nat_paused" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    nat_per_zone = true
    paused       = true
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.nat) == 0
    error_message = "neither NAT gateways nor their addresses"
  }
}

run "endpoints" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    egress = "endpoints"
  }

  assert {
    condition     = length(setsubtract(["bedrock-runtime", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "sts"], keys(aws_vpc_endpoint.interface))) == 0
    error_message = "a task reaches what it needs"
  }
  assert {
    condition     = length(aws_vpc_security_group_egress_rule.task_to_internet) == 0 && output.nat_gateways == 0
    error_message = "and nothing else"
  }
  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "by its usual name"
  }
}

run "endpoints_paused" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    egress = "endpoints"
    paused = true
  }

  assert {
    condition     = length(aws_vpc_endpoint.interface) == 0
    error_message = "no interface endpoint"
  }
}

run "public" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    egress = "public"
  }

  assert {
    condition     = output.nat_gateways == 0 && output.interface_endpoints == 0
    error_message = "tasks have addresses of their own; nothing is paid by the hour"
  }
}

run "refuses_what_makes_no_sense" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    zones  = ["us-east-1a", "us-east-1a"]
    egress = "open"
    cidr   = "10.0.0.0/28"
  }
  expect_failures = [var.zones, var.egress, var.cidr]
}
