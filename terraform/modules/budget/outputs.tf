output "budgets" {
  description = "Names of the budgets and their limits in US dollars a month."
  value       = { for name, budget in aws_budgets_budget.this : budget.name => budget.limit_amount }
}
