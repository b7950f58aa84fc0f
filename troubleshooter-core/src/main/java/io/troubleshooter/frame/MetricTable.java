package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Metric;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statistics of the named numbers in the text; names beyond the limit are not taken in. */
final class MetricTable {

    private final int capacity;
    private final Map<Key, Tally> tallies = new LinkedHashMap<>();

    MetricTable(int capacity) {
        this.capacity = capacity;
    }

    void add(String name, String unit, double value, LineRef line) {
        Tally tally = tally(new Key(name, unit), line);
        if (tally != null) {
            tally.add(value, line);
        }
    }

    void merge(MetricTable next) {
        for (Map.Entry<Key, Tally> theirs : next.tallies.entrySet()) {
            Tally tally = tally(theirs.getKey(), theirs.getValue().maxLine);
            if (tally != null) {
                tally.merge(theirs.getValue());
            }
        }
    }

    List<Metric> all() {
        List<Metric> all = new ArrayList<>(tallies.size());
        for (Map.Entry<Key, Tally> tally : tallies.entrySet()) {
            all.add(tally.getValue().toMetric(tally.getKey()));
        }
        all.sort(new MostFirst());
        return List.copyOf(all);
    }

    private @Nullable Tally tally(Key key, LineRef line) {
        Tally known = tallies.get(key);
        if (known != null || tallies.size() >= capacity) {
            return known;
        }
        Tally tally = new Tally(line);
        tallies.put(key, tally);
        return tally;
    }

    private static final class MostFirst implements Comparator<Metric> {
        @Override
        public int compare(Metric a, Metric b) {
            return Long.compare(b.count(), a.count());
        }
    }

    private record Key(String name, String unit) {

        // Written out, since what a record makes of itself takes 20 ms to link when a program starts.

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && name.equals(key.name) && unit.equals(key.unit);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + unit.hashCode();
        }
    }

    private static final class Tally {
        private final QuantileSketch sketch = new QuantileSketch();
        private long count;
        private double sum;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private LineRef maxLine;

        Tally(LineRef line) {
            this.maxLine = line;
        }

        void add(double value, LineRef line) {
            count++;
            sum += value;
            sketch.add(value);
            min = Math.min(min, value);
            if (value > max) {
                max = value;
                maxLine = line;
            }
        }

        void merge(Tally next) {
            count += next.count;
            sum += next.sum;
            sketch.merge(next.sketch);
            min = Math.min(min, next.min);
            if (next.max > max) {
                max = next.max;
                maxLine = next.maxLine;
            }
        }

        Metric toMetric(Key key) {
            double p50 = clamp(sketch.quantile(0.5));
            double p95 = clamp(sketch.quantile(0.95));
            return new Metric(key.name, key.unit, count, min, sum / count, p50, p95, max, maxLine);
        }

        private double clamp(double value) {
            return Math.max(min, Math.min(max, value));
        }
    }
}
