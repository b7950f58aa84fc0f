package io.troubleshooter.context;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much it is worth to show a line; lines that nobody named are worth nothing. */
final class Worth {

    private static final Comparator<Line> BEST_FIRST = Comparator.comparingDouble((Line line) -> -line.value)
            .thenComparing(line -> line.place)
            .thenComparing(line -> line.ref.first());

    /** A line with its worth. */
    static final class Line {
        final LineRef ref;
        final int place;
        double value;
        long count;

        @Nullable
        Span focus;

        Line(LineRef ref, int place) {
            this.ref = ref;
            this.place = place;
        }
    }

    private static final double AGAIN = 0.2;

    private final Evidence evidence;
    private final List<String> sources;
    private final Map<LineRef, Line> lines = new HashMap<>();

    Worth(Evidence evidence) {
        this.evidence = evidence;
        this.sources = evidence.sources();
    }

    /** A line is worth as much as its best reason, and a little for each further one. */
    void add(String source, long number, double value) {
        add(source, number, value, 1);
    }

    /** @param count how many records are like it */
    void add(String source, long number, double value, long count) {
        if (value <= 0 || number < 1 || number > evidence.lines(source)) {
            return;
        }
        LineRef ref = LineRef.of(source, number);
        Line line = lines.computeIfAbsent(ref, r -> new Line(r, sources.indexOf(source)));
        line.value = line.value == 0 ? value : Math.max(line.value, value) + AGAIN;
        line.count = Math.max(line.count, count);
    }

    boolean knows(LineRef ref) {
        return lines.containsKey(ref);
    }

    /** The most valuable first; of equals the first. */
    List<Line> ranked() {
        List<Line> ranked = new ArrayList<>(lines.values());
        ranked.sort(BEST_FIRST);
        return ranked;
    }
}
