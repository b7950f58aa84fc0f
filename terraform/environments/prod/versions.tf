terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }

  # Bucket, key and region come from `terraform init -backend-config=backend.hcl`; terraform/bootstrap makes them.
  backend "s3" {
    key          = "tst/prod/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = local.settings.region
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = {
      Project     = "tst"
      Environment = "prod"
      ManagedBy   = "terraform"
    }
  }
}
