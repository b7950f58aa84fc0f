# What the service may do, wherever it runs.
variables {
  account_id          = "111122223333"
  region              = "us-east-1"
  table_arn           = "arn:aws:dynamodb:us-east-1:111122223333:table/tst-test"
  indexes             = ["byAge", "byOwner"]
  bucket              = "tst-test-111122223333"
  prefixes            = ["uploads/", "sessions/", "documents/", "cache/", "archive/"]
  key_arn             = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  models_policy       = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  models              = ["global.anthropic.claude-haiku-5-5", "us.anthropic.claude-sonnet-5-5"]
  embedding_model     = "amazon.titan-embed-text-v2:0"
  guardrail_id        = "abc123"
  readable_log_groups = ["/aws/lambda/checkout", "/ecs/orders"]
}

run "models" {
  command = plan
  module {
    source = "./modules/models"
  }

  assert {
    condition = one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "ChosenProfiles"]) == [
      "arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.anthropic.claude-haiku-5-5",
      "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-5-5",
    ]
    error_message = "the chosen profiles can be called, no other"
  }
  assert {
    condition = toset(one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "TheirModelsThroughThem"])) == toset([
      "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-5-5",
      "arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-5-5",
      "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5-5",
      "arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-5-5",
      "arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-5-5",
    ])
    error_message = "their models in the regions of their geography"
  }
  assert {
    condition     = length(one([for statement in jsondecode(output.policy).Statement : statement.Condition.StringEquals["bedrock:InferenceProfileArn"] if statement.Sid == "TheirModelsThroughThem"])) == 2
    error_message = "and only through the profiles"
  }
  assert {
    condition     = one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "Guardrail"]) == ["arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123"]
    error_message = "one guardrail"
  }
}

run "access" {
  command = plan
  module {
    source = "./modules/access"
  }
  variables {
    models_policy = run.models.policy
  }

  assert {
    condition     = alltrue([for arn in one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "LogsOfTheAllowList"]) : can(regex("log-group:(/aws/lambda/checkout|/ecs/orders)(:\\*)?$", arn))])
    error_message = "logs of the allow-list, no other"
  }
  assert {
    condition     = one([for statement in jsondecode(output.policy).Statement : statement.Action if statement.Effect == "Deny"]) == ["logs:Unmask"]
    error_message = "what is masked stays masked"
  }
  assert {
    condition     = one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "Items"]) == [var.table_arn]
    error_message = "one table"
  }
  assert {
    condition     = one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "Indexes"]) == ["${var.table_arn}/index/byAge", "${var.table_arn}/index/byOwner"]
    error_message = "its indexes"
  }
  assert {
    condition     = alltrue([for arn in one([for statement in jsondecode(output.policy).Statement : statement.Resource if statement.Sid == "Objects"]) : can(regex("/(uploads|sessions|documents|cache|archive)/\\*$", arn))])
    error_message = "objects under the prefixes only"
  }
  assert {
    condition     = [for statement in jsondecode(output.policy).Statement : statement.Resource if contains(statement.Action, "s3:DeleteObjectVersion")] == [["arn:aws:s3:::tst-test-111122223333/uploads/*"]]
    error_message = "of raw uploads alone, what is deleted can be removed for good"
  }
  assert {
    condition     = one([for statement in jsondecode(output.policy).Statement : statement.Condition.StringEquals["kms:ViaService"] if statement.Sid == "KeyThroughStores"]) == ["dynamodb.us-east-1.amazonaws.com", "s3.us-east-1.amazonaws.com"]
    error_message = "the key through the stores only"
  }
}

run "checked" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = { service = run.access.policy }
  }

  assert {
    condition     = output.statements >= 10 && length(output.wide_actions) + length(output.wide_resources) == 0
    error_message = join("\n", concat(output.wide_actions, output.wide_resources))
  }
  assert {
    condition     = length([for action in output.actions : action if can(regex("Scan$|DeleteTable|PutRetention|DeleteLog|CreateLog|ListBuckets|PutBucket|iam:", action))]) == 0
    error_message = "nothing that changes how things are set up, and no scan of the table"
  }
}

run "the_check_sees_what_is_wide" {
  command = plan
  module {
    source = "./tests/policies"
  }
  variables {
    policies = {
      bad = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"},{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\"],\"Resource\":[\"arn:aws:s3:::*/uploads/x\"]}]}"
    }
  }

  assert {
    condition     = join(",", output.wide_actions) == "bad: s3:Get*" && join(",", output.wide_resources) == "bad: *,bad: arn:aws:s3:::*/uploads/x"
    error_message = "the check of policies would not see a wildcard"
  }
}

run "no_models" {
  command = plan
  module {
    source = "./modules/models"
  }
  variables {
    models          = []
    embedding_model = ""
    guardrail_id    = ""
  }

  assert {
    condition     = length(jsondecode(output.policy).Statement) == 0
    error_message = "nothing of Bedrock"
  }
}

run "no_logs" {
  command = plan
  module {
    source = "./modules/access"
  }
  variables {
    readable_log_groups = []
  }

  assert {
    condition     = !strcontains(output.policy, "logs:StartQuery") && strcontains(output.policy, "logs:Unmask")
    error_message = "no logs"
  }
}

run "refuses_wildcards" {
  command = plan
  module {
    source = "./modules/access"
  }
  variables {
    readable_log_groups = ["/aws/lambda/*"]
    prefixes            = ["*"]
  }
  expect_failures = [var.readable_log_groups, var.prefixes]
}

run "refuses_wildcards_of_models" {
  command = plan
  module {
    source = "./modules/models"
  }
  variables {
    models          = ["us.anthropic.*"]
    embedding_model = "*"
    guardrail_id    = "*"
  }
  expect_failures = [var.models, var.embedding_model, var.guardrail_id]
}
