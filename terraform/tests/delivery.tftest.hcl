# What is made once for an account: states, registry, roles of the pipeline.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  account_id   = "111122223333"
  region       = "us-east-1"
  environments = ["dev", "staging", "prod"]
  state_bucket = "tst-state-111122223333-us-east-1"
  github       = { owner = "acme", owner_id = 12345, repository = "tst", repository_id = 67890 }
}

run "state" {
  command = plan
  module {
    source = "./modules/state"
  }

  assert {
    condition     = one(aws_s3_bucket_versioning.this.versioning_configuration).status == "Enabled"
    error_message = "earlier states can be brought back"
  }
  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"
    error_message = "states are sealed"
  }
  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.restrict_public_buckets && aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.ignore_public_acls
    error_message = "nothing is public"
  }
  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[0].Effect == "Deny" && jsondecode(aws_s3_bucket_policy.this.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "without TLS nothing is answered"
  }
  assert {
    condition     = !aws_s3_bucket.this.force_destroy && strcontains(output.backend, "tst-state-111122223333-us-east-1")
    error_message = "the bucket stays, and its name is told"
  }
}

run "delivery" {
  command = plan
  module {
    source = "./modules/delivery"
  }

  assert {
    condition     = aws_ecr_repository.this.image_tag_mutability == "IMMUTABLE" && !aws_ecr_repository.this.force_delete
    error_message = "a tag means one image for ever"
  }
  assert {
    condition     = one(aws_ecr_repository.this.image_scanning_configuration).scan_on_push
    error_message = "images are scanned when they come"
  }
  assert {
    condition     = length(jsondecode(aws_ecr_lifecycle_policy.this.policy).rules) == 2
    error_message = "old images go"
  }
  assert {
    condition     = aws_iam_openid_connect_provider.github[0].url == "https://token.actions.githubusercontent.com" && aws_iam_openid_connect_provider.github[0].client_id_list == toset(["sts.amazonaws.com"])
    error_message = "GitHub's tokens for AWS, no other"
  }
  assert {
    condition     = toset(keys(output.roles)) == toset(["publish", "plan-dev", "plan-staging", "plan-prod", "apply-dev", "apply-staging", "apply-prod"])
    error_message = "a role for each thing that a pipeline does"
  }
  assert {
    condition     = jsonencode(output.subjects["apply-prod"]) == jsonencode(["repo:acme@12345/tst@67890:environment:prod"])
    error_message = "production is changed by jobs that its reviewers let through, of this very repository"
  }
  assert {
    condition     = alltrue([for role in aws_iam_role.this : alltrue([for subject in flatten([jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]]) : startswith(subject, "repo:acme@12345/tst@67890:") && !strcontains(subject, "*")])])
    error_message = "subjects are whole, with the numbers of owner and repository"
  }
  assert {
    condition     = alltrue([for role in aws_iam_role.this : jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com" && keys(jsondecode(role.assume_role_policy).Statement[0].Condition) == ["StringEquals"]])
    error_message = "the audience is pinned, and nothing is compared by pattern"
  }
  assert {
    condition     = alltrue([for name, role in aws_iam_role.this : !anytrue([for subject in output.subjects[name] : endswith(subject, ":pull_request")]) || startswith(name, "plan-")])
    error_message = "pull requests may plan, nothing else"
  }
  assert {
    condition     = alltrue([for name in ["dev", "staging", "prod"] : length([for policy in keys(aws_iam_policy.apply) : policy if startswith(policy, "${name}-")]) + 1 <= 10])
    error_message = "a role has ten policies at most"
  }
  assert {
    condition     = alltrue([for policy in concat(values(aws_iam_policy.apply), [aws_iam_policy.read, aws_iam_policy.boundary]) : length(policy.policy) <= 6144])
    error_message = "a policy has 6,144 characters at most"
  }
  assert {
    condition     = one([for statement in jsondecode(aws_iam_policy.apply["prod-roles"].policy).Statement : statement.Condition.StringEquals["iam:PermissionsBoundary"] if contains(flatten([statement.Action]), "iam:CreateRole")]) == "arn:aws:iam::111122223333:policy/tst-boundary"
    error_message = "a pipeline makes roles within the boundary only"
  }
  assert {
    condition     = alltrue([for policy in aws_iam_policy.apply : alltrue([for statement in jsondecode(policy.policy).Statement : can(statement.Condition.StringEquals) || !contains(flatten([statement.Resource]), "*") || alltrue([for action in flatten([statement.Action]) : can(regex("^(logs:.*LogDeliver|ce:)", action))])])])
    error_message = "where no name is possible there is a condition"
  }
  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_policy.apply["prod-network"].policy).Statement : can(statement.Condition.StringEquals["ec2:CreateAction"]) || can(statement.Condition.StringEquals["aws:ResourceTag/Project"]) if contains(flatten([statement.Action]), "ec2:CreateTags")])
    error_message = "a pipeline cannot make a part of somebody else's network its own by tagging it"
  }
  assert {
    condition     = !anytrue([for policy in aws_iam_policy.apply : can(regex("dynamodb:DeleteTable|s3:DeleteBucket\"|s3:DeleteObject|kms:ScheduleKeyDeletion|secretsmanager:(DeleteSecret|GetSecretValue)|cognito-idp:DeleteUserPool\"|logs:DeleteLogGroup", policy.policy))])
    error_message = "a pipeline cannot delete data, keys, users or logs, nor read secrets"
  }
  assert {
    condition     = alltrue([for name, policy in aws_iam_role_policy.this : !can(regex("PutObject|DeleteObject", policy.policy)) if startswith(name, "plan-")])
    error_message = "a plan changes nothing, the state neither"
  }
  assert {
    condition     = !can(regex("s3:GetObject\"|dynamodb:(GetItem|Query|Scan)|secretsmanager:GetSecretValue|logs:(FilterLogEvents|GetLogEvents|StartQuery)|kms:Decrypt", aws_iam_policy.read.policy))
    error_message = "a plan sees how things are set up, not what they hold"
  }
}

run "rights" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = run.delivery.policies
  }

  assert {
    condition     = output.statements > 50 && length(output.wide_actions) == 0
    error_message = join("\n", output.wide_actions)
  }
  assert {
    condition     = !anytrue([for action in output.actions : can(regex("^iam:(Attach|CreateUser|CreateAccessKey|CreatePolicy|PassRole\\*|.*OpenID)|^organizations:|^sts:Assume", action))])
    error_message = "nothing by which a pipeline could give itself more"
  }
}

run "bootstrap" {
  command = plan
  module {
    source = "./bootstrap"
  }
  variables {
    evaluation_models = ["global.anthropic.claude-haiku-5-5"]
  }

  assert {
    condition     = length(output.roles) == 8 && contains(keys(output.roles), "evaluate") && strcontains(output.backend, "bucket")
    error_message = "states, registry and roles come together"
  }
}

run "refuses_what_is_not_pinned" {
  command = plan
  module {
    source = "./modules/delivery"
  }
  variables {
    github       = { owner = "*", owner_id = 0, repository = "*", repository_id = 0 }
    branch       = "*"
    environments = []
    account_id   = "me"
  }
  expect_failures = [var.github, var.branch, var.environments, var.account_id]
}

run "state_refuses" {
  command = plan
  module {
    source = "./modules/state"
  }
  variables {
    kept_days = 1
  }
  expect_failures = [var.kept_days]
}
