package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the counts out over time and notes the moments that matter. */
final class TimelineAssembly {

    private static final int MAX_FIRST_ERRORS = 10;

    private final FrameBuilder from;
    private final @Nullable TimeRange range;
    private final int maxBuckets;

    TimelineAssembly(FrameBuilder from, @Nullable TimeRange range, int maxBuckets) {
        this.from = from;
        this.range = range;
        this.maxBuckets = maxBuckets;
    }

    Timeline build(List<EventGroup> groups) {
        List<Moment> moments = new ArrayList<>(firstErrors(groups));
        if (range == null) {
            moments.addAll(from.moments.all(Duration.ZERO));
            return new Timeline(null, List.of(), sorted(moments));
        }
        long seconds = Duration.between(range.first(), range.last()).toSeconds() + 1;
        moments.addAll(from.moments.all(Duration.ofSeconds(seconds).dividedBy(Math.max(1, from.records()))));
        long width = Math.max(from.all.width(), (seconds + maxBuckets - 1) / maxBuckets);
        List<Bucket> buckets = buckets(width, seconds);
        burst(buckets, groups, moments);
        return new Timeline(Duration.ofSeconds(width), buckets, sorted(moments));
    }

    private List<Bucket> buckets(long width, long seconds) {
        long start = range == null ? 0 : Math.floorDiv(range.first().getEpochSecond(), width) * width;
        int n = (int) Math.min(maxBuckets + 1L, seconds / width + 1);
        long[] all = spread(from.all, start, width, n);
        long[] warnings = spread(from.warnings, start, width, n);
        long[] errors = spread(from.errors, start, width, n);
        List<Bucket> buckets = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            buckets.add(new Bucket(Instant.ofEpochSecond(start + i * width), all[i], warnings[i], errors[i]));
        }
        return List.copyOf(buckets);
    }

    private static long[] spread(TimeHistogram histogram, long start, long width, int n) {
        long[] counts = new long[n];
        for (int i = 0; i < histogram.size(); i++) {
            long bucket = Math.floorDiv(histogram.start(i) - start, width);
            counts[(int) Math.max(0, Math.min(n - 1, bucket))] += histogram.count(i);
        }
        return counts;
    }

    private static List<Moment> firstErrors(List<EventGroup> groups) {
        return groups.stream()
                .filter(g -> g.level().isError() && g.harmless() < g.count())
                .sorted(Comparator.comparing(EventGroup::firstTime, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(g -> g.first().source())
                        .thenComparing(g -> g.first().first()))
                .limit(MAX_FIRST_ERRORS)
                .map(g -> moment("first-error", g))
                .toList();
    }

    /** The moment at which the rate of errors rises for good, if it does. */
    private static void burst(List<Bucket> buckets, List<EventGroup> groups, List<Moment> moments) {
        ChangePoint change =
                ChangePoint.of(buckets.stream().mapToLong(Bucket::errors).toArray());
        if (change.found() && change.after() > change.before()) {
            Instant start = buckets.get(change.index()).start();
            groups.stream()
                    .filter(g -> g.level().isError()
                            && g.lastTime() != null
                            && !g.lastTime().isBefore(start))
                    .max(Comparator.comparingLong(EventGroup::count))
                    .ifPresent(g -> moments.add(burstOf(g, start)));
        }
    }

    private static Moment burstOf(EventGroup group, Instant bucket) {
        Instant first = group.firstTime();
        Instant time = first != null && first.isAfter(bucket) ? first : bucket;
        return new Moment("burst", time, group.level(), group.first(), Exemplars.firstLine(group.template()));
    }

    private static Moment moment(String kind, EventGroup group) {
        Exemplar exemplar = group.exemplars().get(0);
        Level level = group.level();
        return new Moment(kind, exemplar.time(), level, exemplar.lines(), Exemplars.firstLine(exemplar.text()));
    }

    private static List<Moment> sorted(List<Moment> moments) {
        moments.sort(Comparator.comparing(Moment::time, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(m -> m.kind().equals("burst"))
                .thenComparing(m -> m.line().source())
                .thenComparing(m -> m.line().first()));
        return List.copyOf(moments);
    }
}
