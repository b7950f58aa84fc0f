#!/usr/bin/env bash
# Terraform configurations that fail. They use only what is built into Terraform, so nothing is downloaded. Terraform
# itself is not in Debian: have 1.11 or later on the PATH. Usage and surroundings: see lib.sh.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$(realpath "$0")")/lib.sh"
command -v terraform > /dev/null || { echo "install terraform first" >&2; exit 1; }

export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1
unset TF_CLI_CONFIG_FILE TF_PLUGIN_CACHE_DIR

tf() {
    echo "\$ terraform $*"
    terraform "$@" -no-color 2>&1 || echo "terraform ended with status $?"
}

# Two objects that need one another.
capture_terraform_cycle() {
    cat > main.tf << 'TF'
resource "terraform_data" "network" {
  input = "10.20.0.0/16"
}

resource "terraform_data" "firewall" {
  input = { network = terraform_data.network.output, allow = terraform_data.service.output }
}

resource "terraform_data" "service" {
  input = { port = 8080, firewall = terraform_data.firewall.id }
}
TF
    { tf init; tf plan -input=false; } > "$KEEP_DIR/plan.log"
}

# A variable without default that the pipeline does not set, beside warnings about one that it sets in vain.
capture_terraform_variable_not_set() {
    cat > main.tf << 'TF'
variable "environment" { type = string }
variable "replicas" {
  type        = number
  description = "how many copies run"
}

resource "terraform_data" "shop" {
  input = "${var.environment}-${var.replicas}"
}
TF
    printf 'environment = "staging"\nregion = "eu-central-1"\nowner = "shop"\n' > staging.tfvars
    { tf init; tf plan -input=false -var-file=staging.tfvars; } > "$KEEP_DIR/plan.log"
}

# A second run meets the lock of a first one that still works.
capture_terraform_state_locked() {
    cat > main.tf << 'TF'
resource "terraform_data" "migration" {
  provisioner "local-exec" { command = "sleep 12" }
}
TF
    terraform init -no-color > /dev/null
    terraform apply -auto-approve -no-color > /dev/null 2>&1 &
    sleep 3
    {
        echo "deploy job 118 of shop-infrastructure, branch main"
        tf plan -input=false -lock-timeout=2s
        echo "deploy job 118 failed"
    } > "$KEEP_DIR/deploy.log"
    wait
}

# One of many steps of an apply calls a program that the image of the pipeline lacks; steps that run beside it end well.
capture_terraform_step_without_program() {
    cat > main.tf << 'TF'
resource "terraform_data" "queue" {
  count = 24
  input = "queue-${count.index}"
  provisioner "local-exec" { command = "echo queue ${count.index} ready" }
}

resource "terraform_data" "schema" {
  input      = "orders"
  depends_on = [terraform_data.queue]
  provisioner "local-exec" { command = "schemactl apply --database orders" }
}

resource "terraform_data" "service" {
  count      = 3
  input      = terraform_data.schema.id
}
TF
    { tf init; tf apply -auto-approve -input=false; } > "$KEEP_DIR/apply.log"
}

# An attribute was renamed in a module, and its caller uses the old name; validate finds three places.
capture_terraform_renamed_output() {
    mkdir network
    echo 'output "subnet_ids" { value = ["a", "b"] }' > network/main.tf
    cat > main.tf << 'TF'
module "network" { source = "./network" }

resource "terraform_data" "api" { input = module.network.subnets }
resource "terraform_data" "web" { input = module.network.subnets }
TF
    { tf init; tf validate; } > "$KEEP_DIR/validate.log"
}

# A good apply whose objects are named after errors.
capture_terraform_apply_good() {
    cat > main.tf << 'TF'
resource "terraform_data" "error_budget" {
  count = 6
  input = "error-rate-${count.index}"
  provisioner "local-exec" { command = "echo 'alarm: 0 errors, 0 failed' ; echo 'warning: no timeout set, default kept' >&2" }
}

output "failure_topic" { value = "fatal-errors" }
TF
    { tf init; tf apply -auto-approve -input=false; } > "$KEEP_DIR/apply.log"
}

run_cases "$@"
