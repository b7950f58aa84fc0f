package io.troubleshooter.http.work;

import java.time.Duration;

/** How long work takes, as measured of late. Thread-safe. */
final class Pace {

    private static final double WEIGHT = 0.1;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private double meanNanos;

    synchronized void took(long nanos) {
        meanNanos = meanNanos == 0 ? nanos : meanNanos + WEIGHT * (nanos - meanNanos);
    }

    /**
     * When a place may be expected, 1 second to 5 minutes.
     *
     * @param ahead that have to be done before, those at work included
     * @param places 1 or more
     */
    synchronized Duration untilFree(int ahead, int places) {
        Duration guess = Duration.ofNanos((long) (meanNanos * (ahead + 1) / places));
        Duration least = Duration.ofSeconds(1);
        return guess.compareTo(least) < 0 ? least : guess.compareTo(LONGEST) > 0 ? LONGEST : guess;
    }
}
