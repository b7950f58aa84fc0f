package io.troubleshooter.record;

import java.time.Clock;
import java.time.ZoneId;

/**
 * How records are read.
 *
 * @param clock tells the year of times that have none: the latest that is not in the future
 * @param zone of times that have none
 * @param maxLines lines of one record; the rest begins a new one
 * @param maxBytes bytes of one record
 */
public record RecordOptions(Clock clock, ZoneId zone, int maxLines, int maxBytes) {

    public RecordOptions {
        if (maxLines < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("limits must be 1 or more: " + maxLines + ", " + maxBytes);
        }
    }
}
