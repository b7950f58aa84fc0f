locals {
  readable = [
    for group in var.readable_log_groups : "arn:aws:logs:${var.region}:${var.account_id}:log-group:${group}"
  ]

  logs = concat(
    [for statement in local.reading : statement if length(local.readable) > 0],
    [{
      Sid      = "WhatIsMaskedStaysMasked"
      Effect   = "Deny"
      Action   = ["logs:Unmask"]
      Resource = ["*"]
    }],
  )

  reading = [
    {
      Sid      = "LogsOfTheAllowList"
      Effect   = "Allow"
      Action   = ["logs:FilterLogEvents", "logs:StartLiveTail", "logs:StartQuery"]
      Resource = concat(local.readable, [for arn in local.readable : "${arn}:*"])
    },
    {
      # AWS knows no resource for these; a query id or a pointer comes only from a query that was allowed.
      Sid      = "ResultsOfQueries"
      Effect   = "Allow"
      Action   = ["logs:DescribeLogGroups", "logs:GetLogRecord", "logs:GetQueryResults", "logs:StopQuery"]
      Resource = ["*"]
    },
  ]
}
