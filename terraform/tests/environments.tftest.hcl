mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  account_id = "111122223333"
  image      = "111122223333.dkr.ecr.us-east-1.amazonaws.com/troubleshooter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "dev" {
  command = plan

  module {
    source = "./environments/dev"
  }

  assert {
    condition     = output.stack.idle.tasks && output.stack.idle.load_balancer && output.stack.idle.nat_gateways == 0
    error_message = "dev has a task behind a load balancer, and no NAT gateway"
  }
}

run "dev_paused" {
  command = plan

  module {
    source = "./environments/dev"
  }

  variables {
    paused = true
  }

  assert {
    condition     = !output.stack.idle.tasks && !output.stack.idle.load_balancer && output.stack.idle.nat_gateways == 0
    error_message = "paused has nothing that costs money while idle"
  }
}
