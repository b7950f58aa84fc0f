package io.troubleshooter.bedrock;

import java.time.Duration;
import java.util.function.Predicate;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Keeps the SDK from trying again. Its own strategy for that logs what the service said, which may quote the request.
 */
final class OneAttempt implements RetryStrategy {

    private enum Token implements RetryToken {
        ONLY
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        return AcquireInitialTokenResponse.create(Token.ONLY, Duration.ZERO);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        throw new TokenAcquisitionFailedException("one attempt", Token.ONLY, request.failure());
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        return RecordSuccessResponse.create(Token.ONLY);
    }

    @Override
    public int maxAttempts() {
        return 1;
    }

    @Override
    public Builder toBuilder() {
        return new Builder();
    }

    /** Nothing can be set. */
    static final class Builder implements RetryStrategy.Builder<Builder, OneAttempt> {

        @Override
        public Builder retryOnException(Predicate<Throwable> which) {
            return this;
        }

        @Override
        public Builder maxAttempts(int most) {
            return this;
        }

        @Override
        public Builder backoffStrategy(BackoffStrategy strategy) {
            return this;
        }

        @Override
        public Builder throttlingBackoffStrategy(BackoffStrategy strategy) {
            return this;
        }

        @Override
        public Builder treatAsThrottling(Predicate<Throwable> which) {
            return this;
        }

        @Override
        public OneAttempt build() {
            return new OneAttempt();
        }
    }
}
