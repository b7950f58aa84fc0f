package io.troubleshooter.frame;

/**
 * Quantiles of positive numbers with a relative error of 2 %, mergeable, in bounded memory: DDSketch (Masson, Rim, Lee,
 * VLDB 2019) with logarithmic buckets. Numbers outside of 1e-9 to 1e18 count as the nearer bound, 0 and less as 0.
 */
final class QuantileSketch {

    private static final double GAMMA = 1.04;
    private static final double LOG_GAMMA = Math.log(GAMMA);
    private static final int LOWEST = (int) Math.floor(Math.log(1e-9) / LOG_GAMMA);
    private static final int HIGHEST = (int) Math.ceil(Math.log(1e18) / LOG_GAMMA);

    /** Bucket 0 is for 0, the others for powers of {@link #GAMMA} from {@link #LOWEST} on. */
    private final int[] buckets = new int[HIGHEST - LOWEST + 2];

    private long count;

    void add(double value) {
        buckets[bucket(value)]++;
        count++;
    }

    void merge(QuantileSketch other) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += other.buckets[i];
        }
        count += other.count;
    }

    /** The value below which the share {@code q}, 0 to 1, of all values lies; 0 where there are none. */
    double quantile(double q) {
        long rank = (long) Math.floor(q * (count - 1));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen > rank) {
                return value(i);
            }
        }
        return 0;
    }

    private static int bucket(double value) {
        if (value <= 0) {
            return 0;
        }
        int power = (int) Math.ceil(Math.log(value) / LOG_GAMMA);
        return Math.max(LOWEST, Math.min(HIGHEST, power)) - LOWEST + 1;
    }

    private static double value(int bucket) {
        return bucket == 0 ? 0 : 2 * Math.pow(GAMMA, bucket - 1 + LOWEST) / (GAMMA + 1);
    }
}
