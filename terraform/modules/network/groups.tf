# gateway -> load balancer -> task -> AWS: each may speak to the next one only.
locals {
  groups = {
    link          = "VPC link of the gateway"
    load_balancer = "Internal load balancer"
    task          = "Tasks"
  }

  hops = {
    link_to_load_balancer = { from = "link", to = "load_balancer", port = var.listener_port }
    load_balancer_to_task = { from = "load_balancer", to = "task", port = var.port }
  }
}

resource "aws_security_group" "this" {
  for_each = local.groups

  name        = "${var.name}-${replace(each.key, "_", "-")}"
  description = each.value
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-${replace(each.key, "_", "-")}" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "endpoints" {
  name        = "${var.name}-endpoints"
  description = "Interface endpoints"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-endpoints" }
}

resource "aws_vpc_security_group_egress_rule" "hop" {
  for_each = local.hops

  security_group_id            = aws_security_group.this[each.value.from].id
  referenced_security_group_id = aws_security_group.this[each.value.to].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_ingress_rule" "hop" {
  for_each = local.hops

  security_group_id            = aws_security_group.this[each.value.to].id
  referenced_security_group_id = aws_security_group.this[each.value.from].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  security_group_id            = aws_security_group.endpoints.id
  referenced_security_group_id = aws_security_group.this["task"].id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

# Out of a task: TLS only. With endpoints, to those and to the two gateway endpoints only.
resource "aws_vpc_security_group_egress_rule" "task_to_internet" {
  count = var.egress == "endpoints" ? 0 : 1

  security_group_id = aws_security_group.this["task"].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "task_to_endpoints" {
  count = var.egress == "endpoints" ? 1 : 0

  security_group_id            = aws_security_group.this["task"].id
  referenced_security_group_id = aws_security_group.endpoints.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_vpc_security_group_egress_rule" "task_to_gateway_endpoints" {
  for_each = var.egress == "endpoints" ? { dynamodb = aws_vpc_endpoint.dynamodb, s3 = aws_vpc_endpoint.s3 } : {}

  security_group_id = aws_security_group.this["task"].id
  prefix_list_id    = each.value.prefix_list_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
