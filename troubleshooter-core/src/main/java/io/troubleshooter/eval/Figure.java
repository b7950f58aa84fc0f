package io.troubleshooter.eval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One metric over several cases.
 *
 * @param value no number where no case has one
 * @param cases to which the metric applies
 */
public record Figure(double value, Interval interval, int cases) {

    /** The metric over the scores. Several answers to one case count as one case, with their mean. */
    public static Figure of(Metric metric, List<CaseScore> scores) {
        double[] values = values(perCase(metric, scores));
        if (values.length == 0) {
            return new Figure(Double.NaN, Interval.NONE, 0);
        }
        return switch (metric.kind()) {
            case RATE -> rate(values);
            case MEAN, AMOUNT -> new Figure(mean(values), Interval.bootstrap(values), values.length);
            case P95 -> new Figure(percentile(all(metric, scores)), Interval.NONE, values.length);
            case TOTAL -> new Figure(Arrays.stream(all(metric, scores)).sum(), Interval.NONE, values.length);
        };
    }

    private static Figure rate(double[] values) {
        double hits = Arrays.stream(values).sum();
        boolean whole = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        Interval interval = whole ? Interval.wilson(hits, values.length) : Interval.bootstrap(values);
        return new Figure(hits / values.length, interval, values.length);
    }

    /** Mean over the answers to each case, by case id, in the order of the scores; cases without a number are absent. */
    static Map<String, Double> perCase(Metric metric, List<CaseScore> scores) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (CaseScore score : scores) {
            double value = metric.of(score);
            if (!Double.isNaN(value)) {
                double[] sum = sums.computeIfAbsent(score.label().id(), id -> new double[2]);
                sum[0] += value;
                sum[1]++;
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((id, sum) -> means.put(id, sum[0] / sum[1]));
        return means;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double[] values(Map<String, Double> perCase) {
        return perCase.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] all(Metric metric, List<CaseScore> scores) {
        return scores.stream()
                .mapToDouble(metric::of)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Nearest rank. */
    private static double percentile(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }
}
