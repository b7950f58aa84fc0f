package io.troubleshooter.aws.cloudwatch;

import java.time.Duration;
import java.time.Instant;

/**
 * From when to when.
 *
 * @param from included
 * @param to not before {@code from}
 */
public record TimeWindow(Instant from, Instant to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public TimeWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window ends after it begins");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
