output "idle" {
  description = "US dollars a month while nobody uses it."
  value       = local.idle
}

output "paused" {
  description = "US dollars a month while paused."
  value       = local.paused
}

output "monthly" {
  description = "What idle consists of."
  value       = { for name, part in local.monthly : name => part.usd }
}

output "per_thousand" {
  description = "US dollars for 1,000 diagnoses, by the model that answers, without what is paid by the month."
  value       = local.per_thousand
}

output "totals" {
  description = "US dollars a month by diagnoses a day, and the tasks that takes."
  value       = local.totals
}
