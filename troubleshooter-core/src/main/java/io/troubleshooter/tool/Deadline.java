package io.troubleshooter.tool;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells when the time of a call is up. */
final class Deadline implements BooleanSupplier {

    private final long start = System.nanoTime();
    private final long nanos;

    Deadline(Duration time) {
        this.nanos = time.toNanos();
    }

    @Override
    public boolean getAsBoolean() {
        return System.nanoTime() - start >= nanos;
    }

    /** @throws ToolException if the time is up */
    void check() {
        if (getAsBoolean()) {
            throw new ToolException(
                    "The call took too long and was stopped. Ask for less: one source, a shorter time.");
        }
    }
}
