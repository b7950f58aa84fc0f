package io.troubleshooter.bucket4j;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.troubleshooter.guard.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket per account, in this process. Accounts not seen for long are forgotten: their buckets are full again. */
public final class BucketRateLimit implements RateLimit {

    private static final int MAX_ACCOUNTS = 100_000;

    private final int permits;
    private final Duration period;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    };

    /**
     * So many at once, and as many again over each period.
     *
     * @param permits 1 or more
     * @param period longer than zero
     */
    public BucketRateLimit(int permits, Duration period, Clock clock) {
        if (permits < 1 || period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException(permits + " permits in " + period + " is no rate");
        }
        this.permits = permits;
        this.period = period;
        this.time = new ClockMeter(clock);
    }

    /**
     * How an account stands after asking for a permit.
     *
     * @param left permits that it could take at once
     * @param next until the next permit; zero if this one was granted
     * @param full until all permits are there again
     */
    public record Standing(boolean granted, long left, Duration next, Duration full) {}

    @Override
    public Duration tryAcquire(String account) {
        return take(account).next();
    }

    /** Takes one permit, and tells how the account stands then. */
    public Standing take(String account) {
        ConsumptionProbe probe = bucket(account).tryConsumeAndReturnRemaining(1);
        return new Standing(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private synchronized Bucket bucket(String account) {
        return buckets.computeIfAbsent(
                account,
                unseen -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(permits).refillGreedy(permits, period))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
