package io.troubleshooter.input;

/**
 * Finds where the parts of a source end: before the first line at or after the part size that looks like the start of a
 * record, at most {@link #LOOK_AHEAD} bytes further. Knows only the bytes, never how they arrived.
 */
final class PartCutter {

    private static final int LOOK_AHEAD = 64 * 1024;

    private final long partBytes;
    private long size;

    PartCutter(int partBytes) {
        this.partBytes = partBytes;
    }

    /** Whether the part is full, so that the next line may be the first of another one. */
    boolean isFull() {
        return size >= partBytes;
    }

    /** Whether a full part ends before the line that stands at {@code from}. */
    boolean endsBefore(byte[] bytes, int from, int to) {
        boolean ends = size >= partBytes + LOOK_AHEAD || LineBytes.startsRecord(bytes, from, to);
        if (ends) {
            size = 0;
        }
        return ends;
    }

    /**
     * Takes whole lines from offset 0 on into the part.
     *
     * @return the offset at which the part ended; -1 if it did not before {@code whole}
     */
    int take(byte[] bytes, int whole) {
        long before = size;
        if (before + whole >= partBytes) {
            int at = LineBytes.afterLineEnd(bytes, (int) Math.max(0, partBytes - before - 1), whole);
            while (at >= 0 && at < whole) {
                size = before + at;
                if (endsBefore(bytes, at, whole)) {
                    return at;
                }
                at = LineBytes.afterLineEnd(bytes, at, whole);
            }
        }
        size = before + whole;
        return -1;
    }

    /** Takes whole lines into the part, which ends after them at the earliest. */
    void takeWhole(int bytes) {
        size += bytes;
    }
}
