package io.troubleshooter.aws.cloudwatch;

import java.time.Instant;

/**
 * One event as CloudWatch has it, not yet redacted.
 *
 * @param message may have several lines
 */
public record LogEvent(String group, String stream, Instant time, String message) {

    /** As it stands in a log: with its time in front where the message has none; ended by a line break. */
    public String text() {
        StringBuilder out = new StringBuilder();
        EventLines.append(out, this);
        return out.toString();
    }

    /** Only its size: the message may hold secrets. */
    @Override
    public String toString() {
        return "LogEvent[" + message.length() + " characters]";
    }
}
