package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.record.Level;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes an outline while the records of a source pass in their order. Not thread-safe. */
final class OutlineWriter implements Consumer<Entry> {

    private final String source;
    private final Kinds kinds;
    private final Runs levels = new Runs();
    private final Folds folds = new Folds();
    private final Samples times = new Samples();

    OutlineWriter(String source, Kinds kinds) {
        this.source = source;
        this.kinds = kinds;
    }

    @Override
    public void accept(Entry entry) {
        long first = entry.lines().first();
        long last = entry.lines().last();
        if (entry.level().isAtLeast(Level.WARN)) {
            levels.add(first, last, entry.level());
        }
        folds.add(first, last, kinds.of(source, first));
        Instant time = entry.time();
        if (time != null) {
            times.add(first, time.toEpochMilli());
        }
    }

    Outline outline() {
        String folded = folds.json();
        return new Outline(levels.json(), folded, times.json(), levels.complete() && folds.complete());
    }

    /** Adjacent records of one level as one. */
    private static final class Runs {

        private final Rows rows = new Rows();
        private @Nullable Level level;
        private long first;
        private long last;

        void add(long from, long to, Level of) {
            if (of == level && from <= last + 1) {
                last = Math.max(last, to);
                return;
            }
            flush();
            level = of;
            first = from;
            last = to;
        }

        private void flush() {
            if (level != null) {
                rows.add(first + "," + last + ",\"" + level + '"');
            }
        }

        String json() {
            flush();
            level = null;
            return rows.json();
        }

        boolean complete() {
            return rows.complete();
        }
    }

    /** Places and times, thinned out by half whenever there are too many. */
    private static final class Samples {

        private static final int MAX = 2_000;

        private final long[] lines = new long[MAX];
        private final long[] millis = new long[MAX];
        private int size;
        private int each = 1;
        private int skipped;

        void add(long line, long time) {
            if (++skipped < each && size > 0) {
                return;
            }
            skipped = 0;
            if (size == MAX) {
                thin();
            }
            lines[size] = line;
            millis[size++] = time;
        }

        private void thin() {
            for (int i = 0; i < MAX / 2; i++) {
                lines[i] = lines[2 * i];
                millis[i] = millis[2 * i];
            }
            size = MAX / 2;
            each *= 2;
        }

        String json() {
            Rows rows = new Rows();
            for (int i = 0; i < size; i++) {
                rows.add(lines[i] + "," + millis[i]);
            }
            return rows.json();
        }
    }
}
