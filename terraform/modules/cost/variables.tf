variable "prices" {
  description = "A file of prices, decoded: see terraform/prices."
  type = object({
    read   = string
    prices = map(object({ usd = number, unit = string, source = string, date = string }))
    models = map(object({ input = number, output = number, unit = string, source = string, date = string }))
  })
}

variable "settings" {
  description = "Settings of an environment, from its settings.json."
  type = object({
    compute      = string
    profile      = string
    egress       = string
    nat_per_zone = bool
    zones        = list(string)
    cpu          = number
    memory       = number
    tasks        = object({ min = number, max = number })
    spot         = number
    dashboards   = bool
    collector    = bool
    models       = object({ standard = string, strong = string })
  })
}

variable "counts" {
  description = "How many there are of what is paid by the month: endpoints, rules of WAF, keys, secrets, metrics, alarms (by the metrics they watch)."
  type        = object({ endpoints = number, waf_rules = number, keys = number, secrets = number, metrics = number, alarms = number })
  default     = { endpoints = 8, waf_rules = 4, keys = 2, secrets = 1, metrics = 40, alarms = 24 }
}

variable "use" {
  description = "What one diagnosis takes. Tokens are an example, processor time is measured (a paste of 1 MB takes 0.1 to 0.15 s, rounded up for what surrounds it), the rest is counted from how the stores work, roughly."
  type = object({
    input_tokens      = optional(number, 20000)
    output_tokens     = optional(number, 1500)
    requests          = optional(number, 12) # at the gateway, polling included
    processor_seconds = optional(number, 0.5)
    writes            = optional(number, 60) # units of the table, indexes and transactions included
    reads             = optional(number, 40)
    table_mb          = optional(number, 0.02)
    objects           = optional(number, 3)
    object_mb         = optional(number, 0.2)
    log_mb            = optional(number, 0.02)
    traffic_mb        = optional(number, 0.3) # through a NAT gateway, to models
    hard_share        = optional(number, 0.1) # of diagnoses that the strong model answers
    peak              = optional(number, 4)   # the busiest hour, against the average
    kept_months       = optional(number, 1)
  })
  default = {}
}
