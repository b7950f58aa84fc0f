package io.troubleshooter.aws.dynamo;

import java.time.Duration;

/**
 * How much is kept, and how long to try.
 *
 * @param sessionLife how long a session is kept after its last use
 * @param cacheBytes cached answers of one instance, UTF-8 bytes of keys and values; the least recently used go first
 * @param dailyMicroUsd what an account may spend in a day (UTC), micro-USD, where it has no limit of its own
 * @param patience how long one reading or writing may take, with all attempts; at least 100 ms
 */
public record DynamoLimits(Duration sessionLife, long cacheBytes, long dailyMicroUsd, Duration patience) {

    /** Thirty days, 64 MiB of answers, one US dollar a day, ten seconds. */
    public static final DynamoLimits DEFAULT =
            new DynamoLimits(Duration.ofDays(30), 64L << 20, 1_000_000, Duration.ofSeconds(10));

    public DynamoLimits {
        if (dailyMicroUsd < 0) {
            throw new IllegalArgumentException("dailyMicroUsd must be 0 or more, was " + dailyMicroUsd);
        }
        if (patience.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("patience must be 100 ms or more, was " + patience);
        }
    }

    public DynamoLimits withSessionLife(Duration value) {
        return new DynamoLimits(value, cacheBytes, dailyMicroUsd, patience);
    }

    public DynamoLimits withCacheBytes(long value) {
        return new DynamoLimits(sessionLife, value, dailyMicroUsd, patience);
    }

    public DynamoLimits withDailyMicroUsd(long value) {
        return new DynamoLimits(sessionLife, cacheBytes, value, patience);
    }

    public DynamoLimits withPatience(Duration value) {
        return new DynamoLimits(sessionLife, cacheBytes, dailyMicroUsd, value);
    }
}
