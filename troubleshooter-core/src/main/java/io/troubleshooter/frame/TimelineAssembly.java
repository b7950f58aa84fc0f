package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
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
        List<Moment> errors = new ArrayList<>();
        List<EventGroup> failing = new ArrayList<>();
        for (EventGroup group : groups) {
            if (group.level().isError() && group.harmless() < group.count()) {
                failing.add(group);
            }
        }
        failing.sort(new EarliestGroup());
        for (EventGroup group : failing.subList(0, Math.min(MAX_FIRST_ERRORS, failing.size()))) {
            errors.add(moment("first-error", group));
        }
        return errors;
    }

    /** The moment at which the rate of errors rises for good, if it does. */
    private static void burst(List<Bucket> buckets, List<EventGroup> groups, List<Moment> moments) {
        long[] errors = new long[buckets.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = buckets.get(i).errors();
        }
        ChangePoint change = ChangePoint.of(errors);
        if (change.found() && change.after() > change.before()) {
            Instant start = buckets.get(change.index()).start();
            EventGroup most = mostFrequentError(groups, start);
            if (most != null) {
                moments.add(burstOf(most, start));
            }
        }
    }

    private static @Nullable EventGroup mostFrequentError(List<EventGroup> groups, Instant start) {
        EventGroup most = null;
        for (EventGroup group : groups) {
            Instant last = group.lastTime();
            if (group.level().isError() && last != null && !last.isBefore(start)) {
                most = most == null || group.count() > most.count() ? group : most;
            }
        }
        return most;
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
        moments.sort(new EarliestMoment());
        return List.copyOf(moments);
    }

    /** What has no time comes last. */
    private static int compare(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return a.compareTo(b);
    }

    private static int compare(LineRef a, LineRef b) {
        int bySource = a.source().compareTo(b.source());
        return bySource != 0 ? bySource : Long.compare(a.first(), b.first());
    }

    // Classes and no lambdas: each lambda costs a program that starts a fraction of a millisecond.

    private static final class EarliestGroup implements Comparator<EventGroup> {
        @Override
        public int compare(EventGroup a, EventGroup b) {
            int byTime = TimelineAssembly.compare(a.firstTime(), b.firstTime());
            return byTime != 0 ? byTime : TimelineAssembly.compare(a.first(), b.first());
        }
    }

    private static final class EarliestMoment implements Comparator<Moment> {
        @Override
        public int compare(Moment a, Moment b) {
            int byTime = TimelineAssembly.compare(a.time(), b.time());
            if (byTime != 0) {
                return byTime;
            }
            int burstLast = Boolean.compare(a.kind().equals("burst"), b.kind().equals("burst"));
            return burstLast != 0 ? burstLast : TimelineAssembly.compare(a.line(), b.line());
        }
    }
}
