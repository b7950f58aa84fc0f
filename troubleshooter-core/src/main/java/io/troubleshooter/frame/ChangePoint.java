package io.troubleshooter.frame;

/**
 * The one moment at which a count per bucket changes most, by the likelihood ratio of two Poisson rates against one
 * (the likelihood form of the change-point model of Raftery and Akman, Biometrika 1986). A change counts where the
 * ratio beats the Bayesian information criterion for the two further parameters (Schwarz, 1978).
 *
 * @param index first bucket after the change, -1 where the counts are best explained by one rate
 * @param gain log likelihood ratio less the criterion's price; above 0 means a change
 */
record ChangePoint(int index, double gain, double before, double after) {

    private static final ChangePoint NONE = new ChangePoint(-1, 0, 0, 0);

    static ChangePoint of(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        ChangePoint best = NONE;
        double price = Math.log(Math.max(2, counts.length));
        double flat = term(total, counts.length);
        long left = 0;
        for (int i = 1; i < counts.length; i++) {
            left += counts[i - 1];
            double gain = term(left, i) + term(total - left, counts.length - i) - flat - price;
            if (gain > best.gain) {
                best = new ChangePoint(i, gain, left / (double) i, (total - left) / (double) (counts.length - i));
            }
        }
        return best;
    }

    boolean found() {
        return index > 0;
    }

    /** The part of a Poisson log likelihood that depends on the rate. */
    private static double term(long count, int buckets) {
        return count == 0 ? 0 : count * Math.log(count / (double) buckets);
    }
}
