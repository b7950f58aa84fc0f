package io.troubleshooter.frame;

import java.util.TreeMap;

/**
 * Quantiles of positive numbers with a relative error of 2 %, mergeable, in bounded memory: DDSketch (Masson, Rim, Lee,
 * VLDB 2019) with logarithmic buckets.
 */
final class QuantileSketch {

    private static final double GAMMA = 1.04;
    private static final double LOG_GAMMA = Math.log(GAMMA);

    private final TreeMap<Integer, Long> buckets = new TreeMap<>();
    private long count;

    void add(double value) {
        buckets.merge(bucket(value), 1L, Long::sum);
        count++;
    }

    void merge(QuantileSketch other) {
        other.buckets.forEach((bucket, n) -> buckets.merge(bucket, n, Long::sum));
        count += other.count;
    }

    /** The value below which the share {@code q}, 0 to 1, of all values lies; 0 where there are none. */
    double quantile(double q) {
        long rank = (long) Math.floor(q * (count - 1));
        long seen = 0;
        for (var bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen > rank) {
                return value(bucket.getKey());
            }
        }
        return 0;
    }

    private static int bucket(double value) {
        return value <= 0 ? Integer.MIN_VALUE : (int) Math.ceil(Math.log(value) / LOG_GAMMA);
    }

    private static double value(int bucket) {
        return bucket == Integer.MIN_VALUE ? 0 : 2 * Math.pow(GAMMA, bucket) / (GAMMA + 1);
    }
}
