# What each store costs a month, by diagnoses a day, from a dated file of prices:
#     jq -r -f docs/operations/store-costs.jq terraform/prices/us-east-1-2026-11.json
# What a diagnosis takes is that of terraform/modules/cost (variable "use"); kept for 30.4 days.
{writes: 60, reads: 40, table_mb: 0.02, objects: 3, object_mb: 0.2, log_mb: 0.02, days: 30.4} as $use
| .prices as $price
| def usd: if . < 10 then (. * 100 | round / 100) else round end;
  "| diagnoses a day | DynamoDB requests | DynamoDB storage and recovery | S3 | logs | all |",
  "|---:|---:|---:|---:|---:|---:|",
  ((10, 1000, 100000) as $daily
  | ($daily * $use.days) as $month
  | ($month * ($use.writes * $price.table_write.usd + $use.reads * $price.table_read.usd)) as $requests
  | ($month * $use.table_mb / 1024 * ($price.table_gb_month.usd + $price.table_recovery_gb_month.usd)) as $table
  | ($month * ($use.objects * $price.object_put.usd + $use.object_mb / 1024 * $price.object_gb_month.usd)) as $objects
  | ($month * $use.log_mb / 1024 * $price.log_gb.usd) as $logs
  | "| \($daily) | $\($requests | usd) | $\($table | usd) | $\($objects | usd) | $\($logs | usd) | $\($requests + $table + $objects + $logs | usd) |")
