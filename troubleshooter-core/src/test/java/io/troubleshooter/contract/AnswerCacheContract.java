package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AnswerCache.Lookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AnswerCache} keeps to. */
public interface AnswerCacheContract {

    Duration HOUR = Duration.ofHours(1);

    /** An empty cache of that many bytes. */
    AnswerCache cache(long maxBytes, TickingClock clock);

    @Test
    default void aSecondCallerGetsTheFirstAnswer() {
        AnswerCache cache = cache(100_000, new TickingClock());
        assertThat(cache.get("k", HOUR, () -> "one")).isEqualTo(new Lookup("one", false));
        assertThat(cache.get("k", HOUR, () -> "two")).isEqualTo(new Lookup("one", true));
        assertThat(cache.get("other", HOUR, () -> "three")).isEqualTo(new Lookup("three", false));
        assertThat(cache.status().entries()).isEqualTo(2);
        assertThat(cache.status().hits()).isEqualTo(1);
        assertThat(cache.status().misses()).isEqualTo(2);
    }

    @Test
    default void anAnswerExpires() {
        TickingClock clock = new TickingClock();
        AnswerCache cache = cache(100_000, clock);
        cache.get("k", HOUR, () -> "one");
        clock.advance(HOUR.plusSeconds(1));
        assertThat(cache.get("k", HOUR, () -> "two")).isEqualTo(new Lookup("two", false));
    }

    @Test
    default void whatMustNotBeKeptIsNotKept() {
        AnswerCache cache = cache(100_000, new TickingClock());
        assertThat(cache.get("k", HOUR, () -> null)).isEqualTo(new Lookup(null, false));
        assertThat(cache.get("k", HOUR, () -> "two")).isEqualTo(new Lookup("two", false));
    }

    @Test
    default void aFailureIsThrownAndNotKept() {
        AnswerCache cache = cache(100_000, new TickingClock());
        assertThatThrownBy(() -> cache.get("k", HOUR, () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cache.get("k", HOUR, () -> "two")).isEqualTo(new Lookup("two", false));
    }

    @Test
    default void theLeastRecentlyUsedGoFirst() {
        TickingClock clock = new TickingClock();
        AnswerCache cache = cache(10_000, clock);
        String value = "x".repeat(1_000);
        cache.get("keep", HOUR, () -> value);
        for (int i = 0; i < 50; i++) {
            clock.advance(Duration.ofSeconds(1));
            cache.get("k" + i, HOUR, () -> value);
            clock.advance(Duration.ofSeconds(1));
            assertThat(cache.get("keep", HOUR, () -> "lost").hit()).isTrue();
        }
        assertThat(cache.status().bytes()).isLessThanOrEqualTo(10_000);
        assertThat(cache.get("k0", HOUR, () -> "again").hit()).isFalse();
    }

    @Test
    default void clearForgetsEverything() {
        AnswerCache cache = cache(100_000, new TickingClock());
        cache.get("k", HOUR, () -> "one");
        cache.clear();
        assertThat(cache.status().entries()).isZero();
        assertThat(cache.get("k", HOUR, () -> "two").hit()).isFalse();
    }

    @Test
    default void oneOfManyMakesIt() throws Exception {
        AnswerCache cache = cache(100_000, new TickingClock());
        AtomicInteger made = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Lookup>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(pool.submit(() -> cache.get("k", HOUR, () -> {
                await(begun);
                return "made " + made.incrementAndGet();
            })));
        }
        begun.countDown();
        for (Future<Lookup> caller : callers) {
            assertThat(caller.get().value()).isEqualTo("made 1");
        }
        pool.shutdown();
        assertThat(made).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
