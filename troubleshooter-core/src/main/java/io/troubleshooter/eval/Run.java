package io.troubleshooter.eval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All answers of one analyst to a set of cases.
 *
 * @param id time and analyst; names the file that keeps it
 * @param model that answered; null without one
 * @param promptVersion null without a model
 * @param rulesVersion hash of the rules in force; empty where none were used
 * @param repeats answers per case
 * @param skipped cases to which the analyst has no answer
 */
public record Run(
        String id,
        Instant time,
        String analyst,
        @Nullable String model,
        @Nullable String promptVersion,
        String rulesVersion,
        String version,
        int repeats,
        int skipped,
        List<CaseScore> scores) {

    public static final String SCHEMA = "troubleshooter/eval/v1";

    /** The split that stands for all cases. */
    public static final String ALL = "all";

    public Run {
        scores = List.copyOf(scores);
    }

    /** The scores of a split; of {@link #ALL}, every one. */
    public List<CaseScore> of(String split) {
        return scores.stream()
                .filter(score -> split.equals(ALL) || score.label().split().equals(split))
                .toList();
    }

    public Figure figure(Metric metric, String split) {
        return Figure.of(metric, of(split));
    }

    /** How many cases of a split were answered. */
    public int cases(String split) {
        Set<String> ids = new LinkedHashSet<>();
        of(split).forEach(score -> ids.add(score.label().id()));
        return ids.size();
    }

    /**
     * How far the repeats lie apart: lowest and highest value of the metric, each repeat taken by itself.
     *
     * @return {@link Interval#NONE} where there was one answer per case
     */
    public Interval spread(Metric metric, String split) {
        if (repeats < 2) {
            return Interval.NONE;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < repeats; i++) {
            int repeat = i;
            double value = Figure.of(
                            metric,
                            of(split).stream()
                                    .filter(score -> score.repeat() == repeat)
                                    .toList())
                    .value();
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new Interval(low, high);
    }

    /** Cases whose answers do not all agree on whether the first hypothesis is right. */
    public List<String> unsteady() {
        return Figure.perCase(Metric.TOP_1, scores).entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getValue() < 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The scores by case, in order. */
    Map<String, List<CaseScore>> byCase() {
        Map<String, List<CaseScore>> byCase = new LinkedHashMap<>();
        for (CaseScore score : scores) {
            byCase.computeIfAbsent(score.label().id(), id -> new ArrayList<>()).add(score);
        }
        return byCase;
    }
}
