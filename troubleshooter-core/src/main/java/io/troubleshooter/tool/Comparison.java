package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.template.TemplateMiner;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is different in one stretch of time against another: kinds of records, told apart by their first lines with the
 * variable parts masked, and how often they come per minute.
 *
 * @param differences the most telling first: new ones, then gone ones, then those whose rate changed at least threefold;
 *     within each, errors first
 * @param countBefore records in the first stretch
 * @param countAfter records in the second
 * @param complete false where it was stopped early
 */
public record Comparison(List<Difference> differences, long countBefore, long countAfter, boolean complete) {

    private static final int MAX_KINDS = 20_000;
    private static final int MAX_LINE = 2_000;
    private static final double TELLING = 3;
    private static final int STRIDE = 1_024;

    /** How a kind of record differs. */
    public enum Kind {
        NEW,
        GONE,
        MORE,
        FEWER
    }

    /**
     * One kind of record.
     *
     * @param example its first record in the second stretch, or in the first where it is gone
     */
    public record Difference(Kind kind, long before, long after, Entry example) {}

    /** A stretch of time, both ends included. */
    public record Period(Instant from, Instant to) {

        private double minutes() {
            return Math.max(1, Duration.between(from, to).toSeconds()) / 60.0;
        }
    }

    /** Compares {@code after} with {@code before}. */
    public static Comparison of(
            Evidence evidence, Period before, Period after, @Nullable String source, BooleanSupplier stop) {
        Counter counter = new Counter(evidence, source, stop);
        counter.count(before, 0);
        counter.count(after, 1);
        return counter.result(before, after);
    }

    private static final class Tally {
        private final long[] counts = new long[2];
        private final Entry[] first = new Entry[2];
    }

    private static final class Counter {
        private final Evidence evidence;
        private final @Nullable String source;
        private final BooleanSupplier stop;
        private final TemplateMiner miner = new TemplateMiner(MAX_KINDS);
        private final Map<Integer, Tally> tallies = new LinkedHashMap<>();
        private final long[] totals = new long[2];
        private boolean stopped;
        private int seen;

        Counter(Evidence evidence, @Nullable String source, BooleanSupplier stop) {
            this.evidence = evidence;
            this.source = source;
            this.stop = stop;
        }

        void count(Period period, int side) {
            EvidenceQuery query = EvidenceQuery.ALL.in(source).between(period.from, period.to);
            evidence.entries(query, entry -> add(entry, side));
        }

        private void add(Entry entry, int side) {
            stopped |= ++seen % STRIDE == 0 && stop.getAsBoolean();
            RedactedText line = stopped ? null : firstLine(entry);
            if (line == null) {
                return;
            }
            Tally tally = tallies.computeIfAbsent(miner.add(line), id -> new Tally());
            if (tally.counts[side]++ == 0) {
                tally.first[side] = entry;
            }
            totals[side]++;
        }

        private @Nullable RedactedText firstLine(Entry entry) {
            RedactedText line = evidence.text(
                    LineRef.of(entry.lines().source(), entry.lines().first()));
            return line == null ? null : CutText.at(line, MAX_LINE);
        }

        Comparison result(Period before, Period after) {
            List<Difference> differences = new ArrayList<>();
            for (Tally tally : tallies.values()) {
                Kind kind = kind(tally.counts[0], tally.counts[1], after.minutes() / before.minutes());
                if (kind != null) {
                    Entry example = tally.first[tally.counts[1] > 0 ? 1 : 0];
                    differences.add(new Difference(kind, tally.counts[0], tally.counts[1], example));
                }
            }
            differences.sort(Comparator.comparing(Difference::kind)
                    .thenComparing(difference -> difference.example.level(), Comparator.reverseOrder())
                    .thenComparing(difference -> -Math.max(difference.before, difference.after)));
            return new Comparison(List.copyOf(differences), totals[0], totals[1], !stopped);
        }

        private static @Nullable Kind kind(long before, long after, double scale) {
            if (before == 0 || after == 0) {
                return before == 0 ? Kind.NEW : Kind.GONE;
            }
            double expected = before * scale;
            if (after >= TELLING * expected && after - expected >= TELLING) {
                return Kind.MORE;
            }
            return expected >= TELLING * after && expected - after >= TELLING ? Kind.FEWER : null;
        }
    }
}
