package io.troubleshooter.aws.cloudwatch;

import java.time.Instant;

/**
 * One event as CloudWatch has it, not yet redacted.
 *
 * @param message may have several lines
 */
public record LogEvent(String group, String stream, Instant time, String message) {

    /** Only its size: the message may hold secrets. */
    @Override
    public String toString() {
        return "LogEvent[" + message.length() + " characters]";
    }
}
