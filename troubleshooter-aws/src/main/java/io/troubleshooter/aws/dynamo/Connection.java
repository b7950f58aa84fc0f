package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.AwsAccess;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * The client. It tries once: who tries again is {@link Attempts}, which knows whether an attempt may have been done
 * though its answer was lost.
 */
final class Connection {

    /** More wait for a free one: enough for the requests that one instance has under way. */
    private static final int CONNECTIONS = 128;

    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** DynamoDB answers in milliseconds; what takes longer than this is sent again. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Connection() {}

    static DynamoDbClient open(AwsAccess access) {
        return builder(access).httpClientBuilder(http()).build();
    }

    /** For work on the table itself, which takes its time. */
    static DynamoDbClient patient(AwsAccess access) {
        return access.apply(DynamoDbClient.builder())
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(PATIENCE))
                .build();
    }

    static ApacheHttpClient.Builder http() {
        return ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .connectionAcquisitionTimeout(CONNECT)
                .socketTimeout(ANSWER);
    }

    /** All but the way to send requests. */
    static DynamoDbClientBuilder builder(AwsAccess access) {
        DynamoDbClientBuilder builder = access.apply(DynamoDbClient.builder());
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(ANSWER)
                .build());
    }
}
