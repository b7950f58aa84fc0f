# Names of the service's settings, as its environment has them, from the file that the service itself reads.
locals {
  java = "${path.module}/../../../troubleshooter-http/src/main/java/io/troubleshooter/http"

  sections = yamldecode(file("${path.module}/../../../troubleshooter-http/src/main/resources/io/troubleshooter/http/config/defaults.yaml"))

  paths = flatten([
    for section, values in local.sections : [
      for name, value in values : can(keys(value)) ? [for inner in keys(value) : "${section}.${name}.${inner}"] : ["${section}.${name}"]
    ]
  ])
}

output "names" {
  description = "Such as TST_LISTEN_PORT."
  value       = [for path in local.paths : "TST_${upper(replace(replace(path, "/([a-z])([A-Z])/", "$${1}_$${2}"), ".", "_"))}"]
}

output "sources" {
  description = "Java that names the figures."
  value = join("\n", [
    for path in setunion(fileset(local.java, "*.java"), fileset(local.java, "telemetry/*.java")) : file("${local.java}/${path}")
  ])
}

output "model_prices" {
  description = "Prices that the program itself counts with, in micro-USD for a million tokens: input and output, by id."
  value = merge(flatten([
    for model in jsondecode(file("${path.module}/../../../troubleshooter-core/src/main/resources/io/troubleshooter/model/models.json")).models : [
      for id in model.ids : { (id) = [for price in model.prices : "${price.input} ${price.output}"] }
    ]
  ])...)
}
