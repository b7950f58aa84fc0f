package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.guard.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RateLimit} keeps to. */
public interface RateLimitContract {

    /** Six permits at once, and one more every ten seconds. */
    RateLimit sixPerMinute(TickingClock clock);

    @Test
    default void soManyAtOnceAndThenOneHasToWait() {
        RateLimit limit = sixPerMinute(new TickingClock());
        for (int i = 0; i < 6; i++) {
            assertThat(limit.tryAcquire("ada")).isZero();
        }
        assertThat(limit.tryAcquire("ada")).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(limit.tryAcquire("bob")).isZero();
    }

    @Test
    default void whoWaitedAsLongAsWasSaidIsLetIn() {
        TickingClock clock = new TickingClock();
        RateLimit limit = sixPerMinute(clock);
        for (int i = 0; i < 6; i++) {
            limit.tryAcquire("ada");
        }
        clock.advance(limit.tryAcquire("ada"));
        assertThat(limit.tryAcquire("ada")).isZero();
        assertThat(limit.tryAcquire("ada")).isPositive();
    }

    @Test
    default void manyAtOnceGetNoMoreThanThereIs() throws Exception {
        RateLimit limit = sixPerMinute(new TickingClock());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Duration>> waits = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waits.add(pool.submit(() -> limit.tryAcquire("ada")));
        }
        int granted = 0;
        for (Future<Duration> wait : waits) {
            granted += wait.get().isZero() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(granted).isEqualTo(6);
    }
}
