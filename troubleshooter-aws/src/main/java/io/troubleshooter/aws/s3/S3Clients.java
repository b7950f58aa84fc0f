package io.troubleshooter.aws.s3;

import io.troubleshooter.aws.AwsAccess;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.utils.AttributeMap;

/** Clients of S3 that retry under a deadline. */
final class S3Clients {

    private static final int ATTEMPTS = 6;
    private static final int CONNECTIONS = 64;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private S3Clients() {}

    static SdkHttpClient http() {
        return ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .connectionAcquisitionTimeout(SILENCE)
                .socketTimeout(SILENCE)
                .build();
    }

    /** @param http is closed with the client */
    static S3Client client(AwsAccess access, Duration deadline, SdkHttpClient http) {
        S3ClientBuilder builder = access.apply(S3Client.builder());
        ClientOverrideConfiguration retrying = builder.overrideConfiguration().toBuilder()
                .apiCallTimeout(deadline)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_WAIT, LONGEST_WAIT))
                        .build())
                .build();
        return builder.overrideConfiguration(retrying)
                .forcePathStyle(elsewhere(access))
                .httpClientBuilder(new Given(http))
                .build();
    }

    static S3Presigner presigner(AwsAccess access) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(access.chosenRegion())
                .credentialsProvider(access.chosenCredentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(elsewhere(access))
                        .build());
        if (access.endpoint() != null) {
            builder.endpointOverride(access.endpoint());
        }
        return builder.build();
    }

    /** Another address has no host name for each bucket. */
    private static boolean elsewhere(AwsAccess access) {
        return access.endpoint() != null;
    }

    /** Hands a client over together with the duty to close it. */
    private record Given(SdkHttpClient client) implements SdkHttpClient.Builder<Given> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return client;
        }
    }
}
