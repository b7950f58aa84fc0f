package io.troubleshooter.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.contract.RateLimitContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.guard.RateLimit;
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

    @Test
    void tellsHowAnAccountStands() {
        TickingClock clock = new TickingClock();
        BucketRateLimit limit = new BucketRateLimit(2, Duration.ofMinutes(1), clock);

        assertThat(limit.take("a").left()).isEqualTo(1);
        assertThat(limit.take("a").full()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limit.take("a"))
                .isEqualTo(new BucketRateLimit.Standing(false, 0, Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }
}
