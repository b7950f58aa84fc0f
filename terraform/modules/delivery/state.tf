locals {
  states = "arn:aws:s3:::${var.state_bucket}"

  # A plan only reads, and takes no lock: terraform plan -lock=false.
  state_read = {
    for name in var.environments : name => [
      {
        Sid       = "ListOfStates"
        Effect    = "Allow"
        Action    = ["s3:ListBucket"]
        Resource  = [local.states]
        Condition = { StringLike = { "s3:prefix" = ["tst/${name}/*", "env:/"] } } # Terraform looks for workspaces, too
      },
      {
        Sid      = "ReadState"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["${local.states}/tst/${name}/terraform.tfstate"]
      },
    ]
  }

  state_write = {
    for name in var.environments : name => concat(local.state_read[name], [
      {
        Sid      = "WriteState"
        Effect   = "Allow"
        Action   = ["s3:PutObject"]
        Resource = ["${local.states}/tst/${name}/terraform.tfstate"]
      },
      {
        Sid      = "Lock"
        Effect   = "Allow"
        Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        Resource = ["${local.states}/tst/${name}/terraform.tfstate.tflock"]
      },
    ])
  }

  publish = [
    {
      Sid      = "RegistryToken"
      Effect   = "Allow"
      Action   = ["ecr:GetAuthorizationToken"]
      Resource = ["*"]
    },
    {
      Sid    = "Push"
      Effect = "Allow"
      Action = [
        "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings",
        "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
      ]
      Resource = ["arn:aws:ecr:${var.region}:${var.account_id}:repository/troubleshooter"]
    },
  ]
}
