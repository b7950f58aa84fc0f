package io.troubleshooter.rule;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Renumbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matches the records of one part against the rules and gathers the findings. Mergeable; not thread-safe.
 *
 * <p>One pass over a record finds the literals of all rules at once; only rules whose literals stand in the record are
 * looked at more closely.
 */
public final class RuleMatcher {

    private final RuleSet rules;
    private final RuleIndex index;
    private final int exemplars;
    private final RecordText text = new RecordText();
    private final LiteralHits hits;
    private final Evaluation evaluation;
    private final Familiar familiar = new Familiar();

    /** By place of the rule, in the order of the first match. */
    private final Map<Integer, Tally> tallies = new LinkedHashMap<>();

    private int[] touched = new int[16];

    /** @param exemplars kept per finding */
    public RuleMatcher(RuleSet rules, int exemplars) {
        this.rules = rules;
        this.exemplars = exemplars;
        this.index = rules.index();
        this.hits = new LiteralHits(index.table.size());
        this.evaluation = new Evaluation(index, text, hits);
    }

    /**
     * Takes in the next record.
     *
     * @param maskedId id of the record's masked message: records of one id are alike, so that one exemplar stands for
     *     them
     * @return whether the record is harmless noise
     */
    public boolean accept(LogRecord record, int maskedId) {
        if (familiar.isPlain(record, maskedId)) {
            return false;
        }
        text.fill(record);
        hits.begin();
        text.scan(index.table, hits);
        if (hits.isEmpty()) {
            familiar.note(maskedId, false);
            return false;
        }
        return match(record, maskedId);
    }

    private boolean match(LogRecord record, int maskedId) {
        int size = touchedMatches();
        evaluation.begin();
        Outcome outcome = new Outcome();
        int rule = -1;
        for (int i = 0; i < size; i++) {
            int match = touched[i];
            if (index.ruleOf[match] != rule && index.holds(match, hits)) {
                Found found = evaluation.find(match, record);
                if (found != null) {
                    rule = index.ruleOf[match];
                    outcome.add(rules.rule(rule), rule, found);
                }
            }
        }
        familiar.note(maskedId, rule >= 0);
        return outcome.settle(record, maskedId);
    }

    /** Alternatives with a literal in the record, in order, each once. */
    private int touchedMatches() {
        if (touched.length < hits.size()) {
            touched = new int[hits.size() * 2];
        }
        for (int i = 0; i < hits.size(); i++) {
            touched[i] = index.matchOf(hits.literal(i));
        }
        Arrays.sort(touched, 0, hits.size());
        int size = 0;
        for (int i = 0; i < hits.size(); i++) {
            if (size == 0 || touched[size - 1] != touched[i]) {
                touched[size++] = touched[i];
            }
        }
        return size;
    }

    /**
     * Takes in the matches of the part that follows.
     *
     * @param maskedIds this part's id of each of the other's masked ids
     */
    public void merge(RuleMatcher next, int[] maskedIds, Renumbering renumbering) {
        for (Map.Entry<Integer, Tally> theirs : next.tallies.entrySet()) {
            Tally mine = tallies.get(theirs.getKey());
            if (mine == null) {
                tallies.put(theirs.getKey(), Tally.of(theirs.getValue(), maskedIds, renumbering));
            } else {
                mine.merge(theirs.getValue(), maskedIds, renumbering);
            }
        }
    }

    /** Findings whose conditions hold, in the order of their first match. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Tally tally : tallies.values()) {
            if (tally.isEnough() && holds(tally)) {
                findings.add(tally.finding());
            }
        }
        return findings;
    }

    /** What one rule matched, whether or not its conditions hold. */
    @Nullable
    Finding matched(String id) {
        Tally tally = tally(id);
        return tally == null ? null : tally.finding();
    }

    private boolean holds(Tally tally) {
        Rule.Conditions conditions = tally.rule().conditions;
        return (conditions.present().isEmpty() || anyMatched(conditions.present()))
                && !anyMatched(conditions.absent())
                && followsAll(conditions.after(), tally);
    }

    private boolean anyMatched(List<String> ids) {
        for (String id : ids) {
            Tally other = tally(id);
            if (other != null && other.isEnough()) {
                return true;
            }
        }
        return false;
    }

    private boolean followsAll(List<String> ids, Tally tally) {
        for (String id : ids) {
            Tally other = tally(id);
            if (other != null && !other.isBefore(tally)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Tally tally(String id) {
        return tallies.get(rules.placeOf(id));
    }

    /** Knows a reason only, and not the software: silent about a record of which a rule with more knowledge speaks. */
    private static boolean isGeneric(CompiledRule rule) {
        return rule.id.startsWith("generic/");
    }

    /** What was found in one record, until it is known whether it is noise. */
    private final class Outcome {
        private final List<Integer> places = new ArrayList<>(4);
        private final List<Found> founds = new ArrayList<>(4);
        private double noise = -1;
        private double trouble = -1;
        private boolean known;

        void add(CompiledRule rule, int place, Found found) {
            if (evaluation.isExcluded(found, rule.unless)) {
                return;
            }
            places.add(place);
            founds.add(found);
            if (rule.kind == Rule.Kind.NOISE) {
                noise = Math.max(noise, rule.weight);
            } else {
                trouble = Math.max(trouble, rule.weight);
                known |= rule.kind == Rule.Kind.CAUSE && !isGeneric(rule);
            }
        }

        /** Where rules disagree on whether the record is noise, the more specific one is right. */
        boolean settle(LogRecord record, int maskedId) {
            boolean harmless = noise >= 0 && noise >= trouble;
            for (int i = 0; i < places.size(); i++) {
                CompiledRule rule = rules.rule(places.get(i));
                boolean toldBetter = known && isGeneric(rule);
                if ((rule.kind == Rule.Kind.NOISE) == harmless && !toldBetter) {
                    tallies.computeIfAbsent(places.get(i), p -> new Tally(rule, exemplars, record))
                            .add(record, maskedId, text, founds.get(i));
                }
            }
            return harmless;
        }
    }
}
