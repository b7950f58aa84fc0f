package io.troubleshooter.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether {@code count} matches ever fell inside a stretch of time. Keeps the first and last {@code count - 1} times
 * only, which suffices to go on across the border of two parts.
 */
final class MatchTimes {

    private final int count;
    private final long within;
    private final long[] first;
    private final long[] last;
    private long seen;
    private boolean met;

    /** @param within in milliseconds */
    MatchTimes(int count, long within) {
        this.count = Math.min(count, 1_000);
        this.within = within;
        this.first = new long[this.count];
        this.last = new long[this.count];
    }

    void add(@Nullable Instant time) {
        if (time != null) {
            add(time.toEpochMilli());
        }
    }

    private void add(long time) {
        if (seen < count) {
            first[(int) seen] = time;
        }
        last[(int) (seen++ % count)] = time;
        if (seen >= count) {
            long oldest = last[(int) (seen % count)];
            met |= Math.abs(time - oldest) <= within;
        }
    }

    void merge(MatchTimes next) {
        boolean metBefore = met || next.met;
        long nextSeen = next.seen;
        long total = seen + nextSeen;
        int fromStart = (int) Math.min(nextSeen, count);
        for (int i = 0; i < fromStart; i++) {
            add(next.first[i]);
        }
        if (nextSeen > count) {
            seen = total - Math.min(nextSeen, count);
            for (long i = Math.max(0, nextSeen - count); i < nextSeen; i++) {
                long time = next.last[(int) (i % count)];
                last[(int) (seen++ % count)] = time;
            }
        }
        met |= metBefore;
    }

    /** Whether the matches were that dense; true where none had a time, since then nothing speaks against it. */
    boolean met() {
        return met || seen == 0;
    }
}
