# Names are at most 32 characters long.
resource "aws_xray_sampling_rule" "this" {
  rule_name      = var.name
  priority       = 1000
  version        = 1
  reservoir_size = 1
  fixed_rate     = var.traced
  service_name   = "${var.name}*"
  service_type   = "*"
  host           = "*"
  http_method    = "*"
  url_path       = "*"
  resource_arn   = "*"
}
