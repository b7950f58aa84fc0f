package io.troubleshooter.rule;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was counted for one rule. */
final class Tally {

    private final CompiledRule rule;
    private final int limit;
    private final List<Kept> kept = new ArrayList<>();
    private final Captures captures = new Captures();
    private final @Nullable MatchTimes times;
    private long count;
    private LineRef first;
    private LineRef last;
    private @Nullable Instant firstTime;
    private @Nullable Instant lastTime;
    private Level level;

    Tally(CompiledRule rule, int limit, LogRecord record) {
        this.rule = rule;
        this.limit = limit;
        this.first = record.lines();
        this.last = record.lines();
        this.level = record.level();
        Duration within = rule.conditions.within();
        this.times = within == null ? null : new MatchTimes(rule.conditions.minCount(), within.toMillis());
    }

    void add(LogRecord record, int maskedId, RecordText text, Found found) {
        count++;
        last = record.lines();
        level = higher(level, record.level());
        seenAt(record.time(), record.time());
        if (times != null) {
            times.add(record.time());
        }
        captures.add(found.captures());
        keep(record, maskedId, text, found);
    }

    private void keep(LogRecord record, int maskedId, RecordText text, Found found) {
        if (kept.size() < limit && isNew(maskedId, found.captures())) {
            Exemplar exemplar = ExemplarMaker.make(record, text, found.from(), found.to());
            kept.add(new Kept(exemplar, maskedId, found.compactCaptures()));
        }
    }

    /** Another exemplar is worth keeping where it names other things, or says it in other words. */
    private boolean isNew(int maskedId, Map<String, RedactedText> values) {
        for (Kept one : kept) {
            if (values.isEmpty() ? one.maskedId == maskedId : one.captures.equals(values)) {
                return false;
            }
        }
        return true;
    }

    private void seenAt(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && (firstTime == null || from.isBefore(firstTime))) {
            firstTime = from;
        }
        if (to != null && (lastTime == null || to.isAfter(lastTime))) {
            lastTime = to;
        }
    }

    void merge(Tally next, int[] maskedIds, Renumbering renumbering) {
        count += next.count;
        last = next.last;
        level = higher(level, next.level);
        seenAt(next.firstTime, next.lastTime);
        captures.merge(next.captures, renumbering);
        if (times != null && next.times != null) {
            times.merge(next.times);
        }
        keepOf(next, maskedIds, renumbering);
    }

    private void keepOf(Tally next, int[] maskedIds, Renumbering renumbering) {
        for (Kept one : next.kept) {
            Kept renumbered = one.renumber(maskedIds, renumbering);
            if (kept.size() < limit && isNew(renumbered.maskedId, renumbered.captures)) {
                kept.add(renumbered);
            }
        }
    }

    /** The first part's tally of a rule that only a later part has matched. */
    static Tally of(Tally next, int[] maskedIds, Renumbering renumbering) {
        Tally copy = new Tally(next);
        copy.merge(next, maskedIds, renumbering);
        return copy;
    }

    private Tally(Tally like) {
        this.rule = like.rule;
        this.limit = like.limit;
        this.first = like.first;
        this.last = like.last;
        this.level = like.level;
        Duration within = rule.conditions.within();
        this.times = within == null ? null : new MatchTimes(rule.conditions.minCount(), within.toMillis());
    }

    private static Level higher(Level a, Level b) {
        return a.isAtLeast(b) ? a : b;
    }

    /** Whether there were enough matches, and close enough together. */
    boolean isEnough() {
        return count >= rule.conditions.minCount() && (times == null || times.met());
    }

    CompiledRule rule() {
        return rule;
    }

    /** Whether this rule's first match came before that of the other; where nothing tells, it counts as so. */
    boolean isBefore(Tally other) {
        if (firstTime != null && other.firstTime != null && !firstTime.equals(other.firstTime)) {
            return firstTime.isBefore(other.firstTime);
        }
        return !first.source().equals(other.first.source()) || first.first() <= other.first.first();
    }

    Finding finding() {
        List<Exemplar> exemplars = new ArrayList<>(kept.size());
        for (Kept one : kept) {
            exemplars.add(one.exemplar);
        }
        return new Finding(
                rule.id,
                rule.kind,
                count,
                first,
                last,
                firstTime,
                lastTime,
                level,
                List.copyOf(exemplars),
                captures.mostFrequent());
    }

    private record Kept(Exemplar exemplar, int maskedId, Map<String, RedactedText> captures) {
        Kept renumber(int[] maskedIds, Renumbering renumbering) {
            int id = maskedId >= 0 && maskedId < maskedIds.length ? maskedIds[maskedId] : maskedId;
            Map<String, RedactedText> values = new java.util.LinkedHashMap<>();
            captures.forEach((name, value) -> values.put(name, renumbering.apply(value)));
            return new Kept(ExemplarMaker.renumber(exemplar, renumbering), id, values);
        }
    }
}
