package io.troubleshooter.template;

import io.troubleshooter.record.LogRecord;

/**
 * Stage one of the mining: masks the variable tokens of each message and looks the masked line up. Deterministic,
 * bounded, mergeable; not thread-safe.
 */
public final class TemplateMiner {

    private final int maxMasked;

    /** @param maxMasked distinct masked lines told apart; further ones share coarser masks */
    public TemplateMiner(int maxMasked) {
        this.maxMasked = maxMasked;
    }

    /** The id of the record's masked message, from 0, in order of first sight. */
    public int add(LogRecord record) {
        return 0;
    }

    /** Ids given so far. */
    public int size() {
        return maxMasked;
    }

    /** Takes in the masked lines of the part that follows; returns this miner's id of each of the other's ids. */
    public int[] merge(TemplateMiner next) {
        return new int[0];
    }

    /** Stage two: clusters the distinct masked lines into templates. */
    public Templates cluster() {
        return new Templates(new int[0], java.util.List.of());
    }
}
