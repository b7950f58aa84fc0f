package io.troubleshooter.diagnosis;

import io.troubleshooter.rule.RuleSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the candidates present follow from which. Links are those that the rules name, and for symptoms also those
 * over rules that did not match, since the lines in between are often missing. Where links run in a circle, time decides,
 * then specificity.
 */
final class CauseGraph {

    /** Rules that may be missing between a cause and a symptom. */
    private static final int MISSING = 2;

    private static final String EXIT = "process/exited";

    private final List<Candidate> candidates;
    private final boolean[][] links;

    CauseGraph(List<Candidate> candidates, RuleSet rules) {
        this.candidates = candidates;
        this.links = new boolean[candidates.size()][candidates.size()];
        for (int i = 0; i < links.length; i++) {
            link(i, rules);
        }
        breakCircles();
    }

    private void link(int from, RuleSet rules) {
        Candidate cause = candidates.get(from);
        Set<String> far = cause.isCause() && !cause.isGeneric() ? reach(cause, rules) : Set.of();
        for (int to = 0; to < links.length; to++) {
            Candidate effect = candidates.get(to);
            boolean direct =
                    cause.namesAsEffect(effect.cause()) || EffectGroups.link(cause, effect) || endsIn(cause, effect);
            boolean indirect = !effect.isCause() && far.contains(effect.cause());
            links[from][to] = from != to && (direct || indirect) && (cause.isCause() || !effect.isCause());
        }
    }

    /** An exit alone tells no reason; what the same log said just before is one. */
    private static boolean endsIn(Candidate cause, Candidate effect) {
        return effect.cause().equals(EXIT) && cause.isCause() && Order.isInFront(cause, effect);
    }

    /** Ids that a cause leads to over few others. */
    private static Set<String> reach(Candidate cause, RuleSet rules) {
        Set<String> seen = new HashSet<>(cause.explains());
        Deque<String> now = new ArrayDeque<>(cause.explains());
        for (int step = 0; step < MISSING; step++) {
            Deque<String> next = new ArrayDeque<>();
            for (String id : now) {
                for (String effect : rules.explains(id)) {
                    if (seen.add(effect)) {
                        next.add(effect);
                    }
                }
            }
            now = next;
        }
        return seen;
    }

    private void breakCircles() {
        boolean[][] reaches = closure();
        for (int i = 0; i < links.length; i++) {
            for (int j = 0; j < links.length; j++) {
                links[i][j] &= !reaches[j][i] || precedes(i, j);
            }
        }
    }

    private boolean[][] closure() {
        int size = links.length;
        boolean[][] reaches = new boolean[size][];
        for (int i = 0; i < size; i++) {
            reaches[i] = links[i].clone();
        }
        for (int via = 0; via < size; via++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size && reaches[i][via]; j++) {
                    reaches[i][j] |= reaches[via][j];
                }
            }
        }
        return reaches;
    }

    private boolean precedes(int i, int j) {
        Candidate a = candidates.get(i);
        Candidate b = candidates.get(j);
        if (Order.isKnown(a, b) || a.cause().equals(EXIT) || b.cause().equals(EXIT)) {
            return a.isBefore(b);
        }
        return a.weight() != b.weight() ? a.weight() > b.weight() : i < j;
    }

    /** Places of the candidates that explain this one. */
    List<Integer> causesOf(int effect) {
        List<Integer> causes = new ArrayList<>();
        for (int i = 0; i < links.length; i++) {
            if (links[i][effect]) {
                causes.add(i);
            }
        }
        return causes;
    }

    boolean isRoot(int candidate) {
        return causesOf(candidate).isEmpty();
    }

    /** How many candidates this one explains. */
    int effects(int cause) {
        int count = 0;
        for (boolean link : links[cause]) {
            count += link ? 1 : 0;
        }
        return count;
    }
}
