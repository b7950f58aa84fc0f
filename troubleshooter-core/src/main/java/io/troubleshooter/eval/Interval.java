package io.troubleshooter.eval;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * From where to where a figure may well lie, at 95 %.
 *
 * @param low no number where nothing can be said
 */
public record Interval(double low, double high) {

    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_261_121L;

    /**
     * Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927), which stays honest near 0 and 1 and for few
     * cases.
     *
     * @param hits 0 to {@code n}
     */
    static Interval wilson(double hits, int n) {
        if (n == 0) {
            return NONE;
        }
        double p = hits / n;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * Percentile bootstrap interval of the mean: 2,000 resamples of the cases, always the same ones.
     *
     * @param values one per case
     */
    static Interval bootstrap(double[] values) {
        if (values.length < 2) {
            return NONE;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(means[(int) (RESAMPLES * 0.025)], means[(int) (RESAMPLES * 0.975)]);
    }
}
