package io.troubleshooter.aws.dynamo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a session's items stay. A session has expired when it has not been used for its life; that is looked at when it
 * is read. DynamoDB removes items by their own time, much later, so that a use does not have to write to all of them:
 * the header says until when all of them stay, and only when that comes near are they given longer.
 */
record SessionLife(Duration life, Clock clock) {

    /** Until then expired sessions are removed with all that lies in the bucket, which DynamoDB does not do. */
    private static final Duration GRACE = Duration.ofDays(7);

    private static final Duration LEAST_GRACE = Duration.ofDays(1);

    /** Used before: expired. */
    Instant oldest() {
        return clock.instant().minus(life);
    }

    /** Until when what is written now stays. */
    long lasting() {
        return clock.instant().plus(life.multipliedBy(2)).plus(GRACE).getEpochSecond();
    }

    /** Until when all of a session that is used now has to stay at least. */
    long needed() {
        return clock.instant().plus(life).plus(LEAST_GRACE).getEpochSecond();
    }
}
