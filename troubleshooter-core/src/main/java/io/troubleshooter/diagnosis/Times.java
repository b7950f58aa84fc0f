package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame.TimeRange;
import java.time.Duration;
import java.time.Instant;

/** How a moment is told. */
final class Times {

    private Times() {}

    /** Time of day in UTC, with the date where the input spans more than a day. */
    static String clock(Instant time, TimeRange range) {
        String text = time.toString();
        boolean long1 = Duration.between(range.first(), range.last()).toHours() >= 24;
        return (long1 ? text.substring(0, 10) + " " : "") + text.substring(11, 19);
    }
}
