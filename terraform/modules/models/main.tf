# Calling the chosen inference profiles, and the models behind them through them only.
locals {
  # Where profiles of a geography may send a request. A global one is checked in the own region and by an ARN without one.
  destinations = {
    global = [var.region, ""]
    us     = ["us-east-1", "us-east-2", "us-west-2"]
    eu     = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"]
    au     = ["ap-southeast-2", "ap-southeast-4"]
    jp     = ["ap-northeast-1", "ap-northeast-3"]
  }

  profiles = {
    for model in var.models : model => {
      arn = "arn:aws:bedrock:${var.region}:${var.account_id}:inference-profile/${model}"
      foundations = [
        for region in local.destinations[split(".", model)[0]] :
        "arn:aws:bedrock:${region}::foundation-model/${join(".", slice(split(".", model), 1, length(split(".", model))))}"
      ]
    }
  }

  statements = concat(
    [for statement in local.profile_statements : statement if length(var.models) > 0],
    [for statement in [local.embedding_statement] : statement if var.embedding_model != ""],
    [for statement in [local.guardrail_statement] : statement if var.guardrail_id != ""],
  )

  profile_statements = [
    {
      Sid      = "ChosenProfiles"
      Effect   = "Allow"
      Action   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
      Resource = [for profile in local.profiles : profile.arn]
    },
    {
      Sid       = "TheirModelsThroughThem"
      Effect    = "Allow"
      Action    = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
      Resource  = distinct(flatten([for profile in local.profiles : profile.foundations]))
      Condition = { StringEquals = { "bedrock:InferenceProfileArn" = [for profile in local.profiles : profile.arn] } }
    },
  ]

  embedding_statement = {
    Sid      = "Embeddings"
    Effect   = "Allow"
    Action   = ["bedrock:InvokeModel"]
    Resource = ["arn:aws:bedrock:${var.region}::foundation-model/${var.embedding_model}"]
  }

  guardrail_statement = {
    Sid      = "Guardrail"
    Effect   = "Allow"
    Action   = ["bedrock:ApplyGuardrail"]
    Resource = ["arn:aws:bedrock:${var.region}:${var.account_id}:guardrail/${var.guardrail_id}"]
  }
}
