package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records around a moment: where there are too many, the warnings and errors among them first, then the nearest.
 *
 * @param chosen in the order of time
 * @param total records within the time
 * @param nearest time of the record nearest to the moment, whether within the time or not; null where none has one
 */
public record Around(
        List<Entry> chosen, long total, @Nullable Instant nearest) {

    /**
     * The records around a moment.
     *
     * @param seconds before and after it
     */
    public static Around of(
            Evidence evidence, Instant moment, long seconds, Level level, @Nullable String source, int max) {
        Finder finder = new Finder(moment, seconds);
        evidence.entries(EvidenceQuery.ALL.in(source).atLeast(level), finder::take);
        List<Entry> chosen = new ArrayList<>(finder.within);
        chosen.sort(Comparator.comparing((Entry entry) -> !entry.level().isAtLeast(Level.WARN))
                .thenComparing(entry -> distance(entry, moment)));
        chosen = new ArrayList<>(chosen.subList(0, Math.min(max, chosen.size())));
        chosen.sort(Comparator.comparing(Around::time).thenComparing(Entry::lines, Around::byPlace));
        return new Around(List.copyOf(chosen), finder.within.size(), finder.nearest);
    }

    private static int byPlace(LineRef a, LineRef b) {
        int bySource = Integer.compare(number(a), number(b));
        return bySource != 0 ? bySource : Long.compare(a.first(), b.first());
    }

    private static int number(LineRef line) {
        return Integer.parseInt(line.source(), 1, line.source().length(), 10);
    }

    private static Instant time(Entry entry) {
        Instant time = entry.time();
        return time == null ? Instant.MAX : time;
    }

    private static Duration distance(Entry entry, Instant moment) {
        return Duration.between(moment, time(entry)).abs();
    }

    private static final class Finder {
        private final Instant moment;
        private final Duration reach;
        private final List<Entry> within = new ArrayList<>();
        private @Nullable Instant nearest;

        Finder(Instant moment, long seconds) {
            this.moment = moment;
            this.reach = Duration.ofSeconds(seconds);
        }

        void take(Entry entry) {
            Instant time = entry.time();
            if (time == null) {
                return;
            }
            Duration away = distance(entry, moment);
            if (nearest == null
                    || away.compareTo(Duration.between(moment, nearest).abs()) < 0) {
                nearest = time;
            }
            if (away.compareTo(reach) <= 0) {
                within.add(entry);
            }
        }
    }
}
