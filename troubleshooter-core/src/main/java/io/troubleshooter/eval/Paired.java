package io.troubleshooter.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One metric of two runs over the cases that both have.
 *
 * @param cases that both have
 * @param wins cases on which the second run is better
 * @param losses cases on which it is worse
 * @param difference mean of second minus first; no number without cases
 * @param interval of the difference, by bootstrap over the cases
 * @param p chance of a split as uneven as that of wins and losses if there were no difference, two-sided: the exact
 *     McNemar test for rates, the sign test for the rest
 */
public record Paired(Metric metric, int cases, int wins, int losses, double difference, Interval interval, double p) {

    static Paired of(Metric metric, List<CaseScore> base, List<CaseScore> candidate) {
        Map<String, Double> before = Figure.perCase(metric, base);
        List<Double> differences = new ArrayList<>();
        Figure.perCase(metric, candidate).forEach((id, value) -> {
            Double old = before.get(id);
            if (old != null) {
                differences.add(value - old);
            }
        });
        return of(metric, differences.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Paired of(Metric metric, double[] differences) {
        int up = 0;
        int down = 0;
        for (double difference : differences) {
            up += difference > 0 ? 1 : 0;
            down += difference < 0 ? 1 : 0;
        }
        return new Paired(
                metric,
                differences.length,
                metric.moreIsBetter() ? up : down,
                metric.moreIsBetter() ? down : up,
                Figure.mean(differences),
                Interval.bootstrap(differences),
                signTest(up, down));
    }

    /** How much better the second run is; negative where it is worse. */
    public double gain() {
        return metric.moreIsBetter() ? difference : -difference;
    }

    /** Exact two-sided binomial test of a fair coin. */
    static double signTest(int up, int down) {
        int n = up + down;
        double tail = 0;
        for (int k = 0; k <= Math.min(up, down); k++) {
            tail += Math.exp(logChoose(n, k) - n * Math.log(2));
        }
        return Math.min(1, 2 * tail);
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log(n - k + i) - Math.log(i);
        }
        return sum;
    }
}
