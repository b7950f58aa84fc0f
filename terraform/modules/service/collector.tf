# Figures become CloudWatch metrics, traces go to X-Ray. Each combination of dimensions is a metric that is paid for, so
# that they are named one by one.
locals {
  figures = {
    "http.server.request.duration"     = [["service.name"], ["service.name", "http.response.status_code"]]
    "tst.problems"                     = [["service.name"], ["service.name", "tst.outcome"]]
    "tst.answers"                      = [["service.name"], ["service.name", "tst.analyst"]]
    "tst.llm.cost.usd"                 = [["service.name"]]
    "tst.citations"                    = [["service.name", "tst.outcome"]]
    "tst.stage.duration"               = [["service.name", "tst.stage"]]
    "tst.work.running"                 = [["service.name"]]
    "tst.work.waiting"                 = [["service.name"]]
    "tst.sessions.open"                = [["service.name"]]
    "tst.streams.open"                 = [["service.name"]]
    "gen_ai.client.token.usage"        = [["service.name", "gen_ai.token.type"]]
    "gen_ai.client.operation.duration" = [["service.name"], ["service.name", "error.type"]]
  }

  collector_config = {
    receivers = { otlp = { protocols = { http = { endpoint = "127.0.0.1:4318" } } } }
    processors = {
      memory_limiter = { check_interval = "1s", limit_mib = 128 }
      batch          = { timeout = "10s" }
    }
    exporters = {
      awsxray = { region = var.region }
      awsemf = {
        region                           = var.region
        namespace                        = "Troubleshooter"
        log_group_name                   = local.log_groups.figures
        log_stream_name                  = "{TaskId}"
        dimension_rollup_option          = "NoDimensionRollup"
        resource_to_telemetry_conversion = { enabled = true }
        metric_declarations = [
          for name in sort(keys(local.figures)) : {
            metric_name_selectors = ["^${replace(name, ".", "\\.")}$"]
            dimensions            = local.figures[name]
          }
        ]
      }
    }
    service = {
      pipelines = {
        metrics = { receivers = ["otlp"], processors = ["memory_limiter", "batch"], exporters = ["awsemf"] }
        traces  = { receivers = ["otlp"], processors = ["memory_limiter", "batch"], exporters = ["awsxray"] }
      }
    }
  }
}
