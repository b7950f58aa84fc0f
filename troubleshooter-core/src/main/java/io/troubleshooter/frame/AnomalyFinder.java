package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Anomaly;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.template.Templates;
import io.troubleshooter.template.Templates.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates whose rate changes once and for good: those that appear after a quiet time, fall silent, or come
 * much faster or slower. See {@link ChangePoint} for the method and its sources.
 */
final class AnomalyFinder {

    private static final String METHOD = "Poisson change point by likelihood ratio (Raftery, Akman 1986), BIC";
    private static final int BUCKETS = 60;
    private static final int MAX = 20;

    /** A rate has to change this often for a person to call it a change. */
    private static final double FACTOR = 3;

    private final TimeHistogram all;
    private final @Nullable TimeRange range;

    AnomalyFinder(TimeHistogram all, @Nullable TimeRange range) {
        this.all = all;
        this.range = range;
    }

    List<Anomaly> find(Templates templates, @Nullable GroupStats[] stats) {
        if (range == null || all.size() < 8) {
            return List.of();
        }
        List<Anomaly> found = new ArrayList<>();
        for (int i = 0; i < stats.length; i++) {
            GroupStats group = stats[i];
            Anomaly anomaly = group == null ? null : examine(templates.all().get(i), group);
            if (anomaly != null) {
                found.add(anomaly);
            }
        }
        found.sort(Comparator.comparingDouble(Anomaly::score).reversed());
        return List.copyOf(found.subList(0, Math.min(MAX, found.size())));
    }

    private @Nullable Anomaly examine(Template template, GroupStats group) {
        long start = range == null ? 0 : range.first().getEpochSecond();
        long end = range == null ? 0 : range.last().getEpochSecond() + 1;
        double width = (end - start) / (double) BUCKETS;
        long[] counts = new long[BUCKETS];
        for (int i = 0; i < group.times.size(); i++) {
            int bucket = (int) ((group.times.start(i) - start) / width);
            counts[Math.max(0, Math.min(BUCKETS - 1, bucket))] += group.times.count(i);
        }
        ChangePoint change = ChangePoint.of(counts);
        return worthTelling(change) ? describe(template, group, change, start, width) : null;
    }

    private static boolean worthTelling(ChangePoint change) {
        return change.found()
                && (change.after() > FACTOR * change.before() || change.before() > FACTOR * change.after());
    }

    private static Anomaly describe(Template template, GroupStats group, ChangePoint change, long start, double width) {
        Instant time = Instant.ofEpochSecond(start + (long) (change.index() * width));
        String kind = change.before() == 0 ? "new-template" : change.after() == 0 ? "silence" : "rate-change";
        String text = String.format(
                Locale.ROOT,
                "%.1f a minute before, %.1f after",
                change.before() * 60 / width,
                change.after() * 60 / width);
        return new Anomaly(kind, template.text(), time, group.first, change.gain(), METHOD, text);
    }
}
