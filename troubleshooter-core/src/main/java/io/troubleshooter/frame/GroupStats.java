package io.troubleshooter.frame;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the records of one masked message, later of one template. */
final class GroupStats {

    private static final int BUCKETS = 64;

    final TimeHistogram times = new TimeHistogram(BUCKETS);
    final List<Exemplar> exemplars = new ArrayList<>(1);
    long count;
    long harmless;
    Level level = Level.UNKNOWN;
    LineRef first;
    LineRef last;

    @Nullable
    Instant firstTime;

    @Nullable
    Instant lastTime;

    GroupStats(LineRef first) {
        this.first = first;
        this.last = first;
    }

    void add(LogRecord record, boolean noise, int maxExemplars) {
        count++;
        harmless += noise ? 1 : 0;
        last = record.lines();
        raise(record.level());
        Instant time = record.time();
        if (time != null) {
            times.add(time.getEpochSecond());
            widen(time, time);
        }
        if (exemplars.size() < maxExemplars) {
            exemplars.add(Exemplars.of(record));
        }
    }

    void merge(GroupStats next, Renumbering renumbering, int maxExemplars) {
        count += next.count;
        harmless += next.harmless;
        last = isBefore(next.last, last) ? last : next.last;
        raise(next.level);
        times.merge(next.times);
        widen(next.firstTime, next.lastTime);
        for (int i = 0; i < next.exemplars.size() && exemplars.size() < maxExemplars; i++) {
            exemplars.add(Exemplars.renumber(next.exemplars.get(i), renumbering));
        }
    }

    /** Groups that turn out to be one may lie side by side. */
    private static boolean isBefore(LineRef one, LineRef other) {
        return one.source().equals(other.source()) && one.last() < other.last();
    }

    private void raise(Level other) {
        if (other.isAtLeast(level)) {
            level = other;
        }
    }

    private void widen(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && (firstTime == null || from.isBefore(firstTime))) {
            firstTime = from;
        }
        if (to != null && (lastTime == null || to.isAfter(lastTime))) {
            lastTime = to;
        }
    }
}
