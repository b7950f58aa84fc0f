resource "aws_lambda_permission" "gateway" {
  count = var.compute == "lambda" ? 1 : 0

  statement_id  = "gateway"
  action        = "lambda:InvokeFunction"
  function_name = var.function.name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${one(concat(aws_apigatewayv2_api.this[*].execution_arn, aws_api_gateway_rest_api.this[*].execution_arn))}/*"
}
