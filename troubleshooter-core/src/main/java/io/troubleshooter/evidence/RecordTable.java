package io.troubleshooter.evidence;

import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import java.time.Instant;
import java.util.Arrays;

/**
 * Where the records of a part begin and end, when they were written and how severe they are: 17 bytes each. In the order
 * of their first lines once {@link #seal() sealed}.
 */
final class RecordTable {

    static final int BYTES_EACH = 17;
    static final long NO_TIME = Long.MIN_VALUE;

    static final RecordTable EMPTY = new RecordTable(1);

    /** Records of other streams that may stand between a record's first line and its others. */
    private static final int INTERLEAVED = 64;

    private static final Level[] LEVELS = Level.values();

    /** Number of the line that offset 0 stands for. */
    private final long base;

    private int[] firsts = new int[0];
    private int[] lasts = new int[0];
    private long[] times = new long[0];
    private byte[] levels = new byte[0];
    private int size;

    RecordTable(long base) {
        this.base = base;
    }

    void add(LogRecord record) {
        Instant time = record.time();
        add(
                (int) (record.lines().first() - base),
                (int) (record.lines().last() - base),
                time == null ? NO_TIME : time.toEpochMilli(),
                (byte) record.level().ordinal());
    }

    private void add(int first, int last, long time, byte level) {
        if (size == firsts.length) {
            resize(Math.max(64, size + (size >> 1)));
        }
        int at = size++;
        while (at > 0 && firsts[at - 1] > first) {
            move(at - 1, at);
            at--;
        }
        firsts[at] = first;
        lasts[at] = last;
        times[at] = time;
        levels[at] = level;
    }

    /** Records come in the order in which they end, so that few have to be moved, and not far. */
    private void move(int from, int to) {
        firsts[to] = firsts[from];
        lasts[to] = lasts[from];
        times[to] = times[from];
        levels[to] = levels[from];
    }

    private void resize(int room) {
        firsts = Arrays.copyOf(firsts, room);
        lasts = Arrays.copyOf(lasts, room);
        times = Arrays.copyOf(times, room);
        levels = Arrays.copyOf(levels, room);
    }

    RecordTable seal() {
        resize(size);
        return this;
    }

    /** Those whose first line is one of {@code from} to {@code to}. */
    RecordTable only(long from, long to) {
        RecordTable some = new RecordTable(base);
        for (int i = place(from); i < size && first(i) <= to; i++) {
            some.add(firsts[i], lasts[i], times[i], levels[i]);
        }
        return some.seal();
    }

    int size() {
        return size;
    }

    long first(int record) {
        return base + firsts[record];
    }

    long last(int record) {
        return base + lasts[record];
    }

    /** Milliseconds since 1970, or {@link #NO_TIME}. */
    long time(int record) {
        return times[record];
    }

    Level level(int record) {
        return LEVELS[levels[record]];
    }

    /** Place of the first record that begins at {@code line} or after it. */
    int place(long line) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first(middle) < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The record to which a line belongs, -1 where to none: the last to begin before it that reaches it. */
    int of(long line) {
        int last = place(line + 1) - 1;
        for (int i = last; i >= 0 && i > last - INTERLEAVED; i--) {
            if (last(i) >= line) {
                return i;
            }
        }
        return -1;
    }
}
