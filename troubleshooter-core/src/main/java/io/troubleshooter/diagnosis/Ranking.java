package io.troubleshooter.diagnosis;

import io.troubleshooter.rule.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders candidates: causes that nothing present explains come first, by how specific their mark is, by level, by time
 * and by how much they explain; what follows from one of them comes after it, and a symptom never before a cause.
 */
final class Ranking {

    private static final double CEILING = 0.97;

    private final List<Candidate> candidates;
    private final CauseGraph graph;
    private final Interest interest;

    Ranking(List<Candidate> candidates, RuleSet rules, Interest interest) {
        this.candidates = candidates;
        this.graph = new CauseGraph(candidates, rules);
        this.interest = interest;
    }

    /**
     * @param place of the candidate in the list given
     * @param causes places of the candidates that explain it
     */
    record Ranked(Candidate candidate, int place, double score, List<Integer> causes) {}

    List<Ranked> ranked() {
        List<Ranked> ranked = new ArrayList<>();
        boolean hasCause = candidates.stream().anyMatch(Candidate::isCause);
        for (int i = 0; i < candidates.size(); i++) {
            ranked.add(new Ranked(candidates.get(i), i, score(i, hasCause), graph.causesOf(i)));
        }
        ranked.sort(new LikeliestFirst(hasCause));
        return ranked;
    }

    /** Causes before symptoms, where there is a cause. A class, since each lambda makes a program start later. */
    private record LikeliestFirst(boolean causesFirst) implements Comparator<Ranked> {
        @Override
        public int compare(Ranked a, Ranked b) {
            int byKind = causesFirst ? Boolean.compare(b.candidate.isCause(), a.candidate.isCause()) : 0;
            int byScore = byKind != 0 ? byKind : Double.compare(b.score, a.score);
            return byScore != 0 ? byScore : Integer.compare(a.place, b.place);
        }
    }

    private double score(int place, boolean hasCause) {
        Candidate candidate = candidates.get(place);
        double score = candidate.weight() * levelFactor(candidate)
                + Math.min(0.12, 0.04 * graph.effects(place))
                + (isFirst(place) ? 0.06 : 0)
                + (candidate.count() > 2 ? 0.02 : 0)
                + interest.in(candidate);
        if (!graph.isRoot(place)) {
            score *= candidate.isCause() ? 0.6 : 0.35;
        } else if (!candidate.isCause()) {
            score *= hasCause ? 0.4 : 0.6;
        }
        return Math.max(0.05, Math.min(CEILING, score));
    }

    private static double levelFactor(Candidate candidate) {
        return switch (candidate.level()) {
            case FATAL, ERROR, UNKNOWN -> 1;
            case WARN -> 0.95;
            case INFO -> 0.85;
            case DEBUG, TRACE -> 0.7;
        };
    }

    private boolean isFirst(int place) {
        Candidate candidate = candidates.get(place);
        if (!candidate.isCause() || !graph.isRoot(place)) {
            return false;
        }
        for (int i = 0; i < candidates.size(); i++) {
            boolean rival = i != place && candidates.get(i).isCause() && graph.isRoot(i);
            if (rival && !candidate.isBefore(candidates.get(i))) {
                return false;
            }
        }
        return true;
    }
}
