package io.troubleshooter.rule;

import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import java.util.Arrays;

/**
 * Masked messages that no rule knows: when this many records of one have matched nothing, its further ones are not
 * searched, unless they call themselves a warning or worse. Most lines of a large log are of this kind.
 */
final class Familiar {

    private static final int ENOUGH = 64;
    private static final int NEVER = -1;

    private int[] misses = new int[256];

    /** Whether nothing is to be expected of this record. */
    boolean isPlain(LogRecord record, int maskedId) {
        return maskedId < misses.length
                && misses[maskedId] >= ENOUGH
                && !record.level().isAtLeast(Level.WARN);
    }

    /** Takes note of whether a searched record matched a rule; once one did, all of its kind are searched. */
    void note(int maskedId, boolean matched) {
        if (maskedId >= misses.length) {
            misses = Arrays.copyOf(misses, Math.max(maskedId + 1, misses.length * 2));
        }
        if (matched || misses[maskedId] == NEVER) {
            misses[maskedId] = NEVER;
        } else {
            misses[maskedId]++;
        }
    }
}
