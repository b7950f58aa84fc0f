# Once for each account, by hand, before any environment: where states are kept, where images go, and what the pipeline may.
module "state" {
  source = "../modules/state"

  account_id = var.account_id
  region     = var.region
}

module "delivery" {
  source = "../modules/delivery"

  account_id    = var.account_id
  region        = var.region
  environments  = var.environments
  github        = var.github
  state_bucket  = module.state.bucket
  make_provider = var.make_provider
  evaluation    = length(var.evaluation_models) == 0 ? null : { environment = var.evaluation_environment, policy = module.models.policy }
}

module "models" {
  source = "../modules/models"

  account_id = var.account_id
  region     = var.region
  models     = var.evaluation_models
}

# REST APIs write their access logs by one role for the whole account.
resource "aws_iam_role" "gateway" {
  name = "tst-gateway-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "apigateway.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "gateway" {
  role       = aws_iam_role.gateway.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "this" {
  cloudwatch_role_arn = aws_iam_role.gateway.arn

  depends_on = [aws_iam_role_policy_attachment.gateway]
}
