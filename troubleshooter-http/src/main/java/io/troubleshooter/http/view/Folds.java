package io.troubleshooter.http.view;

/**
 * Lines that can be hidden: the further lines of a record that has several, and the records that follow one of their own
 * kind. None lies within another. Not thread-safe.
 */
final class Folds {

    /** Fewer hidden lines than this are shown. */
    private static final int FEWEST = 3;

    private final Rows rows = new Rows();

    private long first;
    private long last;
    private int kind = -1;
    private long repeatFirst;
    private long repeatLast;
    private int repeats;

    void add(long from, long to, int of) {
        if (of >= 0 && of == kind) {
            repeatFirst = repeats++ == 0 ? from : repeatFirst;
            repeatLast = Math.max(repeatLast, to);
            return;
        }
        flush(from);
        first = from;
        last = to;
        kind = of;
    }

    /** @param next first line of what follows */
    private void flush(long next) {
        if (kind != -1 || last > 0) {
            trace(Math.min(last, (repeats > 0 ? repeatFirst : next) - 1));
            repeat(Math.min(repeatLast, next - 1));
        }
        repeats = 0;
        repeatLast = 0;
    }

    private void trace(long end) {
        if (end - first >= FEWEST) {
            rows.add((first + 1) + "," + end + ",\"trace\"," + (end - first));
        }
    }

    private void repeat(long end) {
        if (repeats >= FEWEST && end >= repeatFirst) {
            rows.add(repeatFirst + "," + end + ",\"repeat\"," + repeats);
        }
    }

    boolean complete() {
        return rows.complete();
    }

    String json() {
        flush(Long.MAX_VALUE);
        last = 0;
        kind = -1;
        return rows.json();
    }
}
