# Settings of the service, by the names of its defaults.yaml; a test compares them.
locals {
  settings = merge(
    {
      TST_LISTEN_HOST               = "0.0.0.0"
      TST_LISTEN_PORT               = "8080"
      TST_STORAGE_KIND              = "aws"
      TST_STORAGE_TABLE             = module.data.table
      TST_STORAGE_BUCKET            = module.data.bucket
      TST_STORAGE_REGION            = var.region
      TST_STORAGE_DIRECT_UPLOADS    = tostring(var.direct_uploads)
      TST_ACCESS_REQUIRED           = "true"
      TST_ACCESS_OIDC_ISSUER        = module.identity.issuer
      TST_ACCESS_OIDC_AUDIENCE      = module.identity.audience
      TST_ACCESS_OIDC_ROLE_CLAIM    = "cognito:groups"
      TST_ACCESS_OIDC_PROJECT_CLAIM = "custom:project"
      TST_FETCH_ENABLED             = tostring(length(var.fetch_hosts) > 0)
      TST_FETCH_ALLOWED_HOSTS       = join(",", var.fetch_hosts)
      TST_FETCH_PORTS               = "443"
      TST_TELEMETRY_LOGS            = "json"
      TST_TELEMETRY_SERVICE_NAME    = local.name
    },
    var.models == null ? {} : {
      TST_MODEL_PROVIDER     = "bedrock"
      TST_MODEL_ID           = var.models.standard
      TST_MODEL_STRONG       = var.models.strong
      TST_MODEL_REGION       = var.region
      TST_MODEL_DAILY_BUDGET = tostring(var.daily_budget)
    },
    var.guardrail == null ? {} : { TST_MODEL_GUARDRAIL = "${var.guardrail.id}:${var.guardrail.version}" },
    length(var.readable_log_groups) == 0 ? {} : {
      TST_CLOUDWATCH_GROUPS  = join(",", var.readable_log_groups)
      TST_CLOUDWATCH_REGION  = var.region
      TST_CLOUDWATCH_TIMEOUT = "${module.ingress.timeouts.query}s"
    },
    var.domain == null ? {} : { TST_LISTEN_PUBLIC_URL = "https://${var.domain.name}" },
  )

  # One worker for each processor; timeouts and sizes fit those of what stands in front.
  fargate_settings = {
    TST_LISTEN_PUBLIC_URL      = module.ingress.url
    TST_LISTEN_TRUSTED_PROXIES = local.fargate ? join(",", module.network[0].private_cidrs) : ""
    TST_LIMITS_BODY            = "${module.ingress.body_limit / 1024 / 1024}MiB"
    TST_LIMITS_WORKERS         = tostring(max(1, floor(var.cpu / 1024)))
    TST_LIMITS_PATIENCE        = "${module.ingress.timeouts.patience}s"
    TST_LIMITS_HEARTBEAT       = "${module.ingress.timeouts.heartbeat}s"
    TST_LIMITS_IDLE            = "${module.ingress.timeouts.keep_alive}s"
    TST_LIMITS_SHUTDOWN        = "${module.ingress.timeouts.shutdown}s"
  }

  # A function gets its settings in clear, so that it gets no keys: what it stores is sealed by KMS alone. It listens to
  # its own handler; what takes longer than a gateway waits goes on behind the answer.
  lambda_settings = {
    TST_STORAGE_KEYS    = "none"
    TST_LAMBDA_PATIENCE = "25"
  }
}
