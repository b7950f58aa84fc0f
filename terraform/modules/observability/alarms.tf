# One alarm for each objective. `figures` are looked up in metrics.tf; `value` is computed from them.
locals {
  alarms = merge(local.service_alarms, local.cost_alarms, local.quality_alarms, local.balancer_alarms, local.model_alarms)

  service_alarms = {
    errors = {
      severity = "page", figures = ["errors", "requests"], value = "IF(requests > 20, errors / requests, 0)"
      above    = var.objectives.errors, period = 60, periods = 5, of = 5, band = null
      text     = "Too many requests fail. Look at the problems by code, then at the log lines of their request ids."
    }
    store = {
      severity = "page", figures = ["store"], value = "store"
      above    = 0, period = 300, periods = 1, of = 1, band = null
      text     = "Something could not be stored, so it was refused. Look at DynamoDB and S3, and at the rights of the task."
    }
    throttled_store = {
      severity = "ticket", figures = ["reads_slowed", "writes_slowed"], value = "reads_slowed + writes_slowed"
      above    = 10, period = 300, periods = 2, of = 3, band = null
      text     = "The table refuses requests. Look for one key that is used by everybody."
    }
    overloaded = {
      severity = "ticket", figures = ["busy"], value = "busy"
      above    = 10, period = 300, periods = 1, of = 1, band = null
      text     = "Work is refused because too much waits. Look at who sends it; allow more tasks."
    }
    wrong_keys = {
      severity = "ticket", figures = ["key_refused", "many_attempts"], value = "key_refused + many_attempts"
      above    = var.objectives.wrong_keys, period = 600, periods = 1, of = 1, band = null
      text     = "Many wrong keys. Look at the audit log for the addresses."
    }
  }

  cost_alarms = {
    cost_per_hour = {
      severity = "ticket", figures = ["cost"], value = "cost"
      above    = var.objectives.cost_per_hour, period = 3600, periods = 1, of = 1, band = null
      text     = "Models cost more in an hour than they should. Look at the costs by user and prompt version."
    }
    cost_per_query = {
      severity = "ticket", figures = ["cost", "by_model"], value = "IF(by_model > 20, cost / by_model, 0)"
      above    = var.objectives.cost_per_query, period = 3600, periods = 1, of = 1, band = null
      text     = "One answer costs more than it should. Compare prompt versions and models."
    }
    cost_per_hour_unusual = {
      severity = "ticket", figures = ["cost"], value = "cost"
      above    = null, period = 3600, periods = 2, of = 2, band = 3
      text     = "Models cost more than they usually do at this hour."
    }
    cost_per_query_unusual = {
      severity = "ticket", figures = ["cost", "by_model"], value = "IF(by_model > 20, cost / by_model, 0)"
      above    = null, period = 3600, periods = 2, of = 2, band = 3
      text     = "One answer costs more than it usually does."
    }
  }

  quality_alarms = {
    citations = {
      severity = "ticket", figures = ["standing", "dropped"], value = "IF(standing + dropped > 20, dropped / (standing + dropped), 0)"
      above    = 1 - var.objectives.standing_citations, period = 3600, periods = 2, of = 2, band = null
      text     = "Too many of the model's citations do not stand. Compare prompt versions and models; run the evaluation."
    }
    model_unavailable = {
      severity = "ticket", figures = ["unavailable", "timed_out", "calls"], value = "IF(calls > 10, (unavailable + timed_out) / calls, 0)"
      above    = 0.2, period = 300, periods = 2, of = 3, band = null
      text     = "The model does not answer; users get diagnoses by rules. Look at quotas and rights of Bedrock."
    }
  }

  balancer_alarms = {
    for name, alarm in {
      slow = {
        severity = "page", figures = ["seconds"], value = "seconds"
        above    = var.objectives.seconds, period = 60, periods = 8, of = 10, band = null
        text     = "One request in a hundred takes too long. Look at waiting work and at the processor."
      }
      no_task = {
        severity = "page", figures = ["healthy"], value = "IF(healthy < 1, 1, 0)"
        above    = 0, period = 60, periods = 3, of = 3, band = null
        text     = "No task can work. Look at the events of the service and at the last lines of its log."
      }
    } : name => alarm if var.load_balancer != null
  }

  model_alarms = {
    for name, alarm in {
      model_throttled = {
        severity = "ticket", figures = keys(local.throttled_models), value = join(" + ", keys(local.throttled_models))
        above    = 20, period = 300, periods = 2, of = 3, band = null
        text     = "Bedrock refuses calls. Ask for a higher quota, or spread them over another profile."
      }
    } : name => alarm if length(var.models) > 0
  }

  # What users notice at once.
  felt = [for name in ["errors", "no_task", "slow", "store"] : name if contains(keys(local.alarms), name)]
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = { for name, alarm in local.alarms : name => alarm if !var.paused }

  alarm_name          = "${var.name}-${replace(each.key, "_", "-")}"
  alarm_description   = each.value.text
  comparison_operator = each.value.band == null ? "GreaterThanThreshold" : "GreaterThanUpperThreshold"
  threshold           = each.value.above
  threshold_metric_id = each.value.band == null ? null : "usual"
  evaluation_periods  = each.value.of
  datapoints_to_alarm = each.value.periods
  treat_missing_data  = "notBreaching"

  # What pages does so once, by the alarm over all of them.
  alarm_actions = each.value.severity == "ticket" ? [aws_sns_topic.this["ticket"].arn] : []

  dynamic "metric_query" {
    for_each = each.value.figures

    content {
      id          = metric_query.value
      return_data = length(each.value.figures) == 1 && each.value.value == metric_query.value

      metric {
        namespace   = local.metrics[metric_query.value].namespace
        metric_name = local.metrics[metric_query.value].name
        dimensions  = local.metrics[metric_query.value].dimensions
        stat        = local.metrics[metric_query.value].stat
        period      = each.value.period
      }
    }
  }

  dynamic "metric_query" {
    for_each = contains(each.value.figures, each.value.value) ? [] : [each.value.value]

    content {
      id          = "value"
      expression  = metric_query.value
      label       = each.key
      return_data = true
    }
  }

  dynamic "metric_query" {
    for_each = each.value.band == null ? [] : [each.value.band]

    content {
      id          = "usual"
      expression  = "ANOMALY_DETECTION_BAND(${contains(each.value.figures, each.value.value) ? each.value.value : "value"}, ${metric_query.value})"
      label       = "usual"
      return_data = true
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "felt" {
  count = var.paused ? 0 : 1

  alarm_name        = "${var.name}-users-notice"
  alarm_description = "Users notice that something is wrong; the alarms under this one say what."
  alarm_rule        = join(" OR ", [for name in local.felt : "ALARM(\"${aws_cloudwatch_metric_alarm.this[name].alarm_name}\")"])
  alarm_actions     = [aws_sns_topic.this["page"].arn]
  ok_actions        = [aws_sns_topic.this["page"].arn]
}
