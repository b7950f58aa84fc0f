# What an apply may make, change and remove, by area; a policy for each area and environment, since AWS limits their
# length. Names are those of the environment wherever AWS knows names before a thing is there.
locals {
  here = "${var.region}:${var.account_id}"

  # Without a name: only in this region, and changes only to what carries the tag of the project.
  in_region = { StringEquals = { "aws:RequestedRegion" = var.region } }
  ours      = { StringEquals = { "aws:RequestedRegion" = var.region, "aws:ResourceTag/Project" = "tst" } }

  apply = merge([
    for name in var.environments : {
      for area, statements in {
        network = [
          { sid = "Make", condition = local.in_region, resources = ["*"], actions = local.apply_actions.network_make },
          { sid = "Change", condition = local.ours, resources = ["*"], actions = local.apply_actions.network_change },
          # Else who may tag could make anything ours.
          {
            sid       = "TagWhatIsMade", resources = ["arn:aws:ec2:${local.here}:*/*"], actions = ["ec2:CreateTags"]
            condition = { StringEquals = { "ec2:CreateAction" = [for action in concat(local.apply_actions.network_make, local.apply_actions.network_rules) : trimprefix(action, "ec2:")] } }
          },
          { sid = "Rules", condition = local.ours, resources = ["arn:aws:ec2:${local.here}:security-group/*"], actions = local.apply_actions.network_rules },
          { sid = "NewRules", condition = local.in_region, resources = ["arn:aws:ec2:${local.here}:security-group-rule/*"], actions = local.apply_actions.network_rules },
        ]
        balancer = [
          {
            sid       = "Balancer", condition = local.in_region, actions = local.apply_actions.balancer
            resources = [for kind in ["loadbalancer/app", "listener/app", "targetgroup"] : "arn:aws:elasticloadbalancing:${local.here}:${kind}/tst-${name}/*"]
          },
        ]
        compute = [
          {
            sid = "Compute", condition = local.in_region, actions = local.apply_actions.compute
            resources = concat(
              [for kind in ["cluster/tst-${name}", "service/tst-${name}/*", "task-definition/tst-${name}:*", "task-definition/tst-${name}-evaluation:*"] : "arn:aws:ecs:${local.here}:${kind}"],
              ["arn:aws:lambda:${local.here}:function:tst-${name}", "arn:aws:application-autoscaling:${local.here}:scalable-target/*", "arn:aws:scheduler:${local.here}:schedule/default/tst-${name}-*"],
            )
          },
          { sid = "NoNamesKnown", condition = local.in_region, resources = ["*"], actions = ["ecs:CreateCluster", "ecs:DeregisterTaskDefinition"] },
        ]
        roles = [
          {
            sid       = "MakeWithinTheBoundary", resources = ["arn:aws:iam::${var.account_id}:role/tst-${name}-*"]
            condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::${var.account_id}:policy/tst-boundary" } }
            actions   = ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
          },
          {
            sid     = "Change", condition = {}, resources = ["arn:aws:iam::${var.account_id}:role/tst-${name}-*"]
            actions = ["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy"]
          },
          {
            sid       = "HandOver", resources = ["arn:aws:iam::${var.account_id}:role/tst-${name}-*"], actions = ["iam:PassRole"]
            condition = { StringEquals = { "iam:PassedToService" = ["ecs-tasks.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com", "vpc-flow-logs.amazonaws.com"] } }
          },
        ]
        data = [
          {
            sid = "Stores", condition = {}, actions = local.apply_actions.data
            resources = [
              "arn:aws:dynamodb:${local.here}:table/tst-${name}", "arn:aws:s3:::tst-${name}-${var.account_id}",
              "arn:aws:secretsmanager:${local.here}:secret:tst-${name}/*", "arn:aws:kms:${local.here}:alias/tst-${name}-*",
            ]
          },
          {
            sid       = "MakeKey", resources = ["*"], actions = ["kms:CreateKey", "kms:TagResource"]
            condition = { StringEquals = { "aws:RequestedRegion" = var.region, "aws:RequestTag/Project" = "tst" } }
          },
          { sid = "ChangeKey", condition = local.ours, resources = ["arn:aws:kms:${local.here}:key/*"], actions = local.apply_actions.keys },
        ]
        use = [
          {
            sid       = "SealThroughServices", resources = ["arn:aws:kms:${local.here}:key/*"]
            actions   = ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]
            condition = { StringEquals = { "aws:ResourceTag/Project" = "tst", "kms:ViaService" = [for service in ["dynamodb", "lambda", "secretsmanager"] : "${service}.${var.region}.amazonaws.com"] } }
          },
        ]
        edge = [
          {
            sid       = "Gateway", condition = {}, actions = ["apigateway:DELETE", "apigateway:PATCH", "apigateway:POST", "apigateway:PUT", "apigateway:TagResource", "apigateway:UntagResource"]
            resources = [for kind in ["apis", "apis/*", "restapis", "restapis/*", "vpclinks", "vpclinks/*", "domainnames", "domainnames/*", "tags/*"] : "arn:aws:apigateway:${var.region}::/${kind}"]
          },
          {
            sid       = "Waf", condition = {}, actions = ["wafv2:AssociateWebACL", "wafv2:CreateWebACL", "wafv2:DeleteWebACL", "wafv2:DisassociateWebACL", "wafv2:TagResource", "wafv2:UpdateWebACL"]
            resources = ["arn:aws:wafv2:${local.here}:regional/webacl/tst-${name}/*", "arn:aws:wafv2:${local.here}:regional/managedruleset/*/*", "arn:aws:apigateway:${var.region}::/restapis/*/stages/live"]
          },
          { sid = "MakeUserPool", condition = local.in_region, resources = ["*"], actions = ["cognito-idp:CreateUserPool"] },
          { sid = "ChangeUserPool", condition = local.ours, resources = ["arn:aws:cognito-idp:${local.here}:userpool/*"], actions = local.apply_actions.users },
        ]
        watch = [
          {
            sid = "Watch", condition = {}, actions = local.apply_actions.watch
            resources = [
              "arn:aws:cloudwatch:${local.here}:alarm:tst-${name}-*", "arn:aws:cloudwatch::${var.account_id}:dashboard/tst-${name}-*",
              "arn:aws:logs:${local.here}:log-group:/tst/tst-${name}/*", "arn:aws:sns:${local.here}:tst-${name}-*",
              "arn:aws:budgets::${var.account_id}:budget/tst-${name}-*", "arn:aws:xray:${local.here}:sampling-rule/tst-${name}",
            ]
          },
          {
            sid     = "NoNamesKnown", condition = {}, resources = ["*"]
            actions = ["ce:UpdateCostAllocationTagsStatus", "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:UpdateLogDelivery"]
          },
        ]
        } : "${name}-${area}" => {
        environment = name
        statements = [
          for statement in statements : merge(
            { Sid = statement.sid, Effect = "Allow", Action = statement.actions, Resource = statement.resources },
            { for key, value in { Condition = statement.condition } : key => value if length(keys(value)) > 0 },
          )
        ]
      }
    }
  ]...)
}

resource "aws_iam_policy" "apply" {
  for_each = local.apply

  name   = "tst-apply-${each.key}"
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value.statements })
}

resource "aws_iam_role_policy_attachment" "apply" {
  for_each = local.apply

  role       = aws_iam_role.this["apply-${each.value.environment}"].name
  policy_arn = aws_iam_policy.apply[each.key].arn
}
