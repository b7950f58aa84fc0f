# GitHub's tokens are trusted for exact subjects only, in the form with numbers, which repositories made or renamed after
# 15 July 2026 have: names can be given to somebody else, numbers cannot.
locals {
  host         = "token.actions.githubusercontent.com"
  provider_arn = "arn:aws:iam::${var.account_id}:oidc-provider/${local.host}"
  subject      = "repo:${var.github.owner}@${var.github.owner_id}/${var.github.repository}@${var.github.repository_id}"

  subjects = merge(
    { publish = ["${local.subject}:ref:refs/heads/${var.branch}"] },
    { for name in var.environments : "plan-${name}" => ["${local.subject}:pull_request", "${local.subject}:ref:refs/heads/${var.branch}"] },
    { for role, environment in { evaluate = try(var.evaluation.environment, "") } : role => ["${local.subject}:environment:${environment}"] if var.evaluation != null },
    # GitHub gives this subject only to jobs that the environment's reviewers let through.
    { for name in var.environments : "apply-${name}" => ["${local.subject}:environment:${name}"] },
  )
}

# The thumbprint is not looked at for GitHub any more.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.make_provider ? 1 : 0

  url            = "https://${local.host}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "this" {
  for_each = local.subjects

  name                 = "tst-${each.key}"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = local.provider_arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${local.host}:aud" = "sts.amazonaws.com"
          "${local.host}:sub" = each.value
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = merge(
    { publish = local.publish },
    { for name in var.environments : "plan-${name}" => concat(local.state_read[name], local.read) },
    { for name in var.environments : "apply-${name}" => local.state_write[name] },
  )

  name   = "own"
  role   = aws_iam_role.this[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy" "evaluate" {
  count = var.evaluation == null ? 0 : 1

  name   = "models"
  role   = aws_iam_role.this["evaluate"].id
  policy = var.evaluation.policy
}
