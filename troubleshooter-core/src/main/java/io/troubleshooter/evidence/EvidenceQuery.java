package io.troubleshooter.evidence;

import io.troubleshooter.record.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted. Outputs of tools are looked at only where their source is named.
 *
 * @param words in the line; null for any
 * @param source id; null for all that were given
 * @param from earliest time of the record, included; null for no bound. A line without a time fits no bound
 * @param to latest time of the record, included
 * @param level that the record has at least
 */
public record EvidenceQuery(
        @Nullable LinePattern words,
        @Nullable String source,
        @Nullable Instant from,
        @Nullable Instant to,
        Level level) {

    public static final EvidenceQuery ALL = new EvidenceQuery(null, null, null, null, Level.UNKNOWN);

    public EvidenceQuery words(@Nullable LinePattern value) {
        return new EvidenceQuery(value, source, from, to, level);
    }

    public EvidenceQuery in(@Nullable String id) {
        return new EvidenceQuery(words, id, from, to, level);
    }

    public EvidenceQuery between(@Nullable Instant first, @Nullable Instant last) {
        return new EvidenceQuery(words, source, first, last, level);
    }

    public EvidenceQuery atLeast(Level least) {
        return new EvidenceQuery(words, source, from, to, least);
    }

    boolean covers(String id) {
        return source == null ? id.startsWith("S") : source.equals(id);
    }

    /** Whether it does not matter which record a line belongs to. */
    boolean takesAnyRecord() {
        return from == null && to == null && level == Level.UNKNOWN;
    }

    boolean fits(RecordTable records, int record) {
        return records.level(record).isAtLeast(level) && (from == null && to == null || fits(records.time(record)));
    }

    private boolean fits(long time) {
        return time != RecordTable.NO_TIME
                && (from == null || time >= from.toEpochMilli())
                && (to == null || time <= to.toEpochMilli());
    }
}
