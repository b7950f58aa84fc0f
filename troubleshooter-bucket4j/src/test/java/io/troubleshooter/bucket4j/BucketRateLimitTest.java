package io.troubleshooter.bucket4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.guard.RateLimit;
import io.troubleshooter.guard.RateLimitContract;
import io.troubleshooter.guard.TickingClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketRateLimitTest implements RateLimitContract {

    @Override
    public RateLimit sixPerMinute(TickingClock clock) {
        return new BucketRateLimit(6, Duration.ofMinutes(1), clock);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new BucketRateLimit(0, Duration.ofMinutes(1), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
