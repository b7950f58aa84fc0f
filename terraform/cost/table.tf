locals {
  columns = ["dev", "staging", "prod"]
  cost    = module.environment

  rows = concat(
    [for part in keys(local.cost["dev"].monthly) : concat(["${replace(part, "_", " ")}, a month"], [for name in local.columns : format("%.2f", local.cost[name].monthly[part])])],
    [concat(["**idle, a month**"], [for name in local.columns : format("**%.2f**", local.cost[name].idle)])],
    [concat(["**paused, a month**"], [for name in local.columns : format("**%.2f**", local.cost[name].paused)])],
    [for model in keys(local.cost["dev"].per_thousand) : concat(["1,000 diagnoses, ${model}"], [for name in local.columns : format("%.2f", local.cost[name].per_thousand[model])])],
    [
      for daily in ["10", "1000", "100000"] : concat(["a month at ${daily} diagnoses a day: total (models; tasks)"], [
        for name in local.columns : format(
          "%.0f (%.0f; %d%s)", local.cost[name].totals[daily].total, local.cost[name].totals[daily].model,
          local.cost[name].totals[daily].tasks, local.cost[name].totals[daily].fits ? "" : ", more than allowed",
        )
      ])
    ],
  )

  table = join("\n", concat(
    ["| US dollars | ${join(" | ", local.columns)} |", "|---|${join("|", [for name in local.columns : "---:"])}|"],
    [for row in local.rows : "| ${join(" | ", row)} |"],
  ))
}

output "table" {
  description = "The table, in Markdown."
  value       = local.table
}
