package io.troubleshooter.aws.cloudwatch;

import java.time.Duration;

/**
 * How fast the service is asked.
 *
 * @param firstPoll wait before a running query is looked at again; it grows by half each time
 * @param lastPoll longest such wait
 * @param throttled longest first wait after throttling; it doubles each time, and is drawn at random below that
 * @param attempts of one request
 */
record Pace(Duration firstPoll, Duration lastPoll, Duration throttled, int attempts) {

    private static final double GROWTH = 1.5;

    static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofMillis(500), 8);

    Duration poll(int number) {
        double millis = firstPoll.toMillis() * Math.pow(GROWTH, number);
        return millis < lastPoll.toMillis() ? Duration.ofMillis((long) millis) : lastPoll;
    }
}
