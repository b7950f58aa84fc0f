# S3 and DynamoDB by gateway endpoints cost nothing, so that they are always there. The others are paid by the hour.
locals {
  interface_services = var.egress != "endpoints" || var.paused ? [] : [
    "bedrock-runtime", "cognito-idp", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "sts", "xray",
  ]

  # The network gives no way to resources of other accounts, but for the layers of images, which AWS keeps in a bucket.
  own_account_only = {
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OwnAccount"
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceAccount" = var.account_id } }
    }]
  }

  image_layers = {
    Sid       = "ImageLayers"
    Effect    = "Allow"
    Principal = "*"
    Action    = ["s3:GetObject"]
    Resource  = ["arn:aws:s3:::prod-${var.region}-starport-layer-bucket/*"]
  }
}

resource "aws_vpc_endpoint" "dynamodb" {
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.region}.dynamodb"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat([aws_route_table.public.id], [for table in aws_route_table.private : table.id])
  policy            = jsonencode(local.own_account_only)
  tags              = { Name = "${var.name}-dynamodb" }
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat([aws_route_table.public.id], [for table in aws_route_table.private : table.id])
  policy            = jsonencode(merge(local.own_account_only, { Statement = concat(local.own_account_only.Statement, [local.image_layers]) }))
  tags              = { Name = "${var.name}-s3" }
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(local.interface_services)

  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for subnet in aws_subnet.private : subnet.id]
  security_group_ids  = [aws_security_group.endpoints.id]
  private_dns_enabled = true
  tags                = { Name = "${var.name}-${each.key}" }
}
