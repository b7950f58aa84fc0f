package io.troubleshooter.aws.dynamo;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tries again what failed for now: after a random while, twice as long each time, until it has lasted too long. The
 * randomness keeps many that failed together from coming back together.
 */
final class Attempts {

    private static final long FIRST_WAIT = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();

    private final Duration patience;

    Attempts(Duration patience) {
        this.patience = patience;
    }

    /** One attempt. */
    @FunctionalInterface
    interface Attempt<T> {

        /**
         * Makes it.
         *
         * @param unsure whether an attempt before may have been done, without an answer that says so
         */
        T make(boolean unsure);
    }

    /** @throws io.troubleshooter.error.TroubleshooterException if none succeeded in time, or none could */
    <T> T of(Attempt<T> attempt) {
        long end = System.nanoTime() + patience.toNanos();
        boolean unsure = false;
        for (int made = 1; ; made++) {
            try {
                return attempt.make(unsure);
            } catch (SdkException failed) {
                Fault fault = Fault.of(failed);
                unsure |= fault == Fault.LOST;
                waitAfter(made, end, fault);
            }
        }
    }

    private static void waitAfter(int made, long end, Fault fault) {
        long most = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(made - 1, 10));
        long wait = ThreadLocalRandom.current().nextLong(most / 4, most);
        if (!fault.passes() || System.nanoTime() + wait - end > 0) {
            throw fault.told();
        }
        try {
            Thread.sleep(Duration.ofNanos(wait).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Fault.INTERRUPTED.told();
        }
    }
}
