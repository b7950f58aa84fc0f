package io.troubleshooter.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two runs, case by case.
 *
 * @param base what was before
 * @param candidate what is now
 * @param common cases that both answered
 * @param metrics compared over the common cases
 * @param better cases on which the candidate's first right hypothesis stands higher
 * @param worse cases on which it stands lower
 */
public record Comparison(
        Run base, Run candidate, int common, List<Paired> metrics, List<String> better, List<String> worse) {

    private static final List<Metric> COMPARED = List.of(
            Metric.TOP_1,
            Metric.TOP_3,
            Metric.MRR,
            Metric.PRECISION,
            Metric.RECALL,
            Metric.WRONG,
            Metric.ABSTENTION,
            Metric.FALSE_ALARMS,
            Metric.BRIER,
            Metric.VALIDITY,
            Metric.POISON);

    /** Compares the scores of a split. */
    public static Comparison of(Run base, Run candidate, String split) {
        List<CaseScore> before = base.of(split);
        List<CaseScore> now = candidate.of(split);
        List<Paired> metrics =
                COMPARED.stream().map(metric -> Paired.of(metric, before, now)).toList();
        Map<String, Double> old = Figure.perCase(Metric.MRR, before);
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        Figure.perCase(Metric.MRR, now).forEach((id, value) -> {
            double change = value - old.getOrDefault(id, value);
            (change > 0 ? better : worse).addAll(change == 0 ? List.of() : List.of(id));
        });
        return new Comparison(base, candidate, common(base, candidate, split), metrics, better, worse);
    }

    private static int common(Run base, Run candidate, String split) {
        Map<String, Double> before = Figure.perCase(Metric.VERDICT, base.of(split));
        return (int) Figure.perCase(Metric.VERDICT, candidate.of(split)).keySet().stream()
                .filter(before::containsKey)
                .count();
    }
}
