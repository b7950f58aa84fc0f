/** Stores on DynamoDB and S3; CloudWatch Logs as evidence and as tools. */
module io.troubleshooter.aws {
    requires transitive io.troubleshooter.core;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.apache;
    requires software.amazon.awssdk.http.nio.netty;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.cloudwatchlogs;
    requires software.amazon.awssdk.services.dynamodb;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;
    requires org.reactivestreams;
    requires static org.jspecify;

    exports io.troubleshooter.aws;
    exports io.troubleshooter.aws.cloudwatch;
    exports io.troubleshooter.aws.dynamo;
    exports io.troubleshooter.aws.s3;
}
