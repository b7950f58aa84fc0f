package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.error.TroubleshooterException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;

/** The clients of the SDK, made when first needed. */
final class Clients implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AwsAccess access;
    private final Pace pace;
    private @Nullable CloudWatchLogsClient client;
    private @Nullable CloudWatchLogsAsyncClient streaming;

    Clients(AwsAccess access, Pace pace) {
        this.access = access;
        this.pace = pace;
    }

    /** @throws TroubleshooterException if no region is set */
    String region() {
        return named(() -> access.chosenRegion().id());
    }

    synchronized CloudWatchLogsClient plain() {
        CloudWatchLogsClient made = client;
        if (made == null) {
            made = named(() -> access.apply(CloudWatchLogsClient.builder())
                    .httpClientBuilder(ApacheHttpClient.builder())
                    .overrideConfiguration(config -> config.retryStrategy(retries()))
                    .build());
            client = made;
        }
        return made;
    }

    /** For live tail: its answer lasts as long as somebody looks. */
    synchronized CloudWatchLogsAsyncClient streaming() {
        CloudWatchLogsAsyncClient made = streaming;
        if (made == null) {
            made = named(() -> access.apply(CloudWatchLogsAsyncClient.builder())
                    .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                            .protocol(Protocol.HTTP1_1)
                            .readTimeout(HOUR))
                    .overrideConfiguration(config -> config.retryStrategy(retries())
                            // A server in a test, or a VPC endpoint, has the name that was given.
                            .putAdvancedOption(
                                    SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, access.endpoint() != null))
                    .build());
            streaming = made;
        }
        return made;
    }

    /** As many queries as the account allows is told apart from throttling by the service, but is waited for the same. */
    private RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(pace.attempts())
                .backoffStrategy(BackoffStrategy.exponentialDelay(pace.throttled(), LONGEST_WAIT))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(pace.throttled(), LONGEST_WAIT))
                .retryOnException(LimitExceededException.class)
                .treatAsThrottling(Clients::isThrottling)
                .build();
    }

    private static boolean isThrottling(Throwable failed) {
        return failed instanceof LimitExceededException
                || failed instanceof SdkException exception && RetryUtils.isThrottlingException(exception);
    }

    private static <T> T named(Supplier<T> made) {
        try {
            return made.get();
        } catch (SdkException failed) {
            throw Failures.of("DescribeLogGroups", failed);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        if (streaming != null) {
            streaming.close();
        }
    }
}
