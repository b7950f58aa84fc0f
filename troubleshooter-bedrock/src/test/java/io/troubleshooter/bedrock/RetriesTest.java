package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.bedrock.Fault.Kind;
import io.troubleshooter.bedrock.Fault.Retry;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Fault FAULT = Fault.of(Kind.UNAVAILABLE, Retry.PATIENTLY, "Down.", "Wait.");

    private final Retries retries = new Retries(9, Duration.ofMillis(500), Duration.ofSeconds(20), new Random(7));

    private Duration longest(int failures) {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 2_000; i++) {
            Duration wait = retries.wait(failures, FAULT);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(longest(1)).isBetween(Duration.ofMillis(450), Duration.ofMillis(500));
        assertThat(longest(2)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(longest(3)).isBetween(Duration.ofMillis(1_800), Duration.ofSeconds(2));
        assertThat(longest(8)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
        assertThat(longest(1_000)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }

    @Test
    void waitsAreSpreadFromZeroOn() {
        long low = 0;
        for (int i = 0; i < 1_000; i++) {
            low += retries.wait(3, FAULT).compareTo(Duration.ofSeconds(1)) < 0 ? 1 : 0;
        }
        assertThat(low).isBetween(400L, 600L);
    }

    @Test
    void whatTheServiceAsksForIsTheLeast() {
        Fault told = FAULT.after(Duration.ofSeconds(3));

        for (int i = 0; i < 100; i++) {
            assertThat(retries.wait(1, told)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_500));
        }
    }
}
