package io.troubleshooter.aws.cloudwatch;

import java.time.Duration;

/**
 * How fast the service is asked.
 *
 * @param firstPoll wait before a running query is looked at again; it doubles each time
 * @param lastPoll longest such wait
 * @param throttled longest first wait after throttling; it doubles each time, and is drawn at random below that
 * @param attempts of one request
 */
record Pace(Duration firstPoll, Duration lastPoll, Duration throttled, int attempts) {

    static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofMillis(500), 8);

    Duration poll(int number) {
        Duration wait = firstPoll.multipliedBy(1L << Math.min(number, 20));
        return wait.compareTo(lastPoll) < 0 ? wait : lastPoll;
    }
}
