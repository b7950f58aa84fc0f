# Computed values as AWS would give them, where their form matters to what is built from them.
mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000" }
}

mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::111122223333:role/role" }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:/tst/group" }
}

mock_resource "aws_dynamodb_table" {
  defaults = { arn = "arn:aws:dynamodb:us-east-1:111122223333:table/tst-test" }
}

mock_resource "aws_secretsmanager_secret" {
  defaults = { arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:tst-test/storage-keys-AbCdEf" }
}

mock_resource "aws_cognito_user_pool" {
  defaults = {
    id  = "us-east-1_AbCdEfGhI"
    arn = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_AbCdEfGhI"
  }
}

mock_resource "aws_lb" {
  defaults = {
    arn        = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/tst-test/0123456789abcdef"
    arn_suffix = "app/tst-test/0123456789abcdef"
    dns_name   = "internal-tst-test.us-east-1.elb.amazonaws.com"
  }
}

mock_resource "aws_lb_target_group" {
  defaults = {
    arn        = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/tst-test/0123456789abcdef"
    arn_suffix = "targetgroup/tst-test/0123456789abcdef"
  }
}

mock_resource "aws_lb_listener" {
  defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/tst-test/0123456789abcdef/0123456789abcdef" }
}

mock_resource "aws_ecs_task_definition" {
  defaults = { arn = "arn:aws:ecs:us-east-1:111122223333:task-definition/tst-test:1" }
}

mock_resource "aws_ecs_cluster" {
  defaults = { arn = "arn:aws:ecs:us-east-1:111122223333:cluster/tst-test" }
}

mock_resource "aws_api_gateway_stage" {
  defaults = {
    arn        = "arn:aws:apigateway:us-east-1::/restapis/abcdefghij/stages/live"
    invoke_url = "https://abcdefghij.execute-api.us-east-1.amazonaws.com/live"
  }
}

mock_resource "aws_wafv2_web_acl" {
  defaults = { arn = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/tst-test/00000000-0000-0000-0000-000000000000" }
}

mock_resource "aws_sns_topic" {
  defaults = { arn = "arn:aws:sns:us-east-1:111122223333:tst-test" }
}

mock_resource "aws_apigatewayv2_api" {
  defaults = {
    id            = "abcdefghij"
    api_endpoint  = "https://abcdefghij.execute-api.us-east-1.amazonaws.com"
    execution_arn = "arn:aws:execute-api:us-east-1:111122223333:abcdefghij"
  }
}

mock_resource "aws_api_gateway_rest_api" {
  defaults = {
    id            = "abcdefghij"
    execution_arn = "arn:aws:execute-api:us-east-1:111122223333:abcdefghij"
  }
}

mock_resource "aws_lambda_function" {
  defaults = { arn = "arn:aws:lambda:us-east-1:111122223333:function:tst-test" }
}

mock_resource "aws_iam_policy" {
  defaults = { arn = "arn:aws:iam::111122223333:policy/policy" }
}

mock_resource "aws_ecr_repository" {
  defaults = {
    arn            = "arn:aws:ecr:us-east-1:111122223333:repository/troubleshooter"
    repository_url = "111122223333.dkr.ecr.us-east-1.amazonaws.com/troubleshooter"
  }
}

mock_resource "aws_apigatewayv2_vpc_link" {
  defaults = { id = "abc123" }
}
