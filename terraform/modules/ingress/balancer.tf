# Inside of the network only; the gateway in front of it ends TLS.
resource "aws_lb" "this" {
  count = local.balanced ? 1 : 0

  name                       = var.name
  internal                   = true
  load_balancer_type         = "application"
  subnets                    = var.subnets
  security_groups            = [var.groups.load_balancer]
  idle_timeout               = local.timeouts.load_balancer
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "strictest"
}

resource "aws_lb_target_group" "this" {
  count = local.balanced ? 1 : 0

  name                 = var.name
  vpc_id               = var.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = var.port
  deregistration_delay = local.timeouts.deregister

  # A session is open in the memory of one task; others can open it too, so that a lost cookie costs time only.
  stickiness {
    type            = "lb_cookie"
    cookie_duration = 1800
    enabled         = true
  }

  health_check {
    path                = "/health/ready"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener" "this" {
  count = local.balanced ? 1 : 0

  load_balancer_arn = aws_lb.this[0].arn
  port              = var.listener_port
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }
}
