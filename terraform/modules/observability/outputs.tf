output "topics" {
  description = "Topics: page, ticket."
  value       = { for name, topic in aws_sns_topic.this : name => topic.arn }
}

output "alarms" {
  description = "Alarms by objective, and what is done about each."
  value       = { for name, alarm in aws_cloudwatch_metric_alarm.this : name => alarm.alarm_description }
}

output "dashboards" {
  description = "Names of dashboards."
  value       = [for dashboard in aws_cloudwatch_dashboard.this : dashboard.dashboard_name]
}

output "metrics" {
  description = "Figures that alarms and dashboards are made of."
  value       = local.metrics
}
