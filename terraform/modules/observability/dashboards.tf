locals {
  # Dashboard, then widget, then figures and what is computed from them.
  dashboards = {
    service = [
      { title = "Requests and errors", figures = ["requests", "errors"], values = {} },
      { title = "Seconds, 99th percentile", figures = ["seconds"], values = {} },
      { title = "Work: running, waiting, sessions, streams", figures = ["running", "waiting", "sessions", "streams"], values = {} },
      { title = "Refused: busy, keys, store, budget", figures = ["busy", "key_refused", "store", "over_budget"], values = {} },
      { title = "Tasks: healthy, not", figures = ["healthy", "unhealthy"], values = {} },
      { title = "Table: refused reads, writes", figures = ["reads_slowed", "writes_slowed"], values = {} },
    ]
    cost = [
      { title = "US dollars an hour", figures = ["cost"], values = {} },
      { title = "US dollars an answer", figures = ["cost", "by_model"], values = { "per answer" = "cost / by_model" } },
      { title = "Tokens", figures = ["input", "output"], values = {} },
      { title = "Answers: by models, by rules", figures = ["by_model", "offline"], values = {} },
    ]
    quality = [
      { title = "Share of citations that stand", figures = ["standing", "dropped"], values = { "stand" = "standing / (standing + dropped)" } },
      { title = "Answers: by models, by rules", figures = ["by_model", "offline"], values = {} },
      { title = "Models: calls, unavailable, timed out", figures = ["calls", "unavailable", "timed_out"], values = {} },
      { title = "Models: seconds, average", figures = ["model_waits"], values = {} },
    ]
  }

  bodies = {
    for dashboard, widgets in local.dashboards : dashboard => {
      widgets = [
        for index, widget in widgets : {
          type   = "metric"
          x      = index % 2 * 12
          y      = floor(index / 2) * 6
          width  = 12
          height = 6
          properties = {
            title  = widget.title
            region = var.region
            view   = "timeSeries"
            period = dashboard == "service" ? 60 : 3600
            metrics = concat(
              [for label, expression in widget.values : [{ expression = expression, label = label, id = "v${index}" }]],
              [
                for figure in widget.figures : concat(
                  [local.metrics[figure].namespace, local.metrics[figure].name],
                  flatten([for dimension, value in local.metrics[figure].dimensions : [dimension, value]]),
                  [{ id = figure, label = figure, stat = local.metrics[figure].stat, visible = length(widget.values) == 0 }],
                )
              ],
            )
          }
        }
      ]
    }
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  for_each = { for dashboard, body in local.bodies : dashboard => body if var.dashboards && !var.paused }

  dashboard_name = "${var.name}-${each.key}"
  dashboard_body = jsonencode(each.value)
}
