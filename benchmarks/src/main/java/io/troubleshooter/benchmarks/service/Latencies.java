package io.troubleshooter.benchmarks.service;

import java.util.Arrays;
import java.util.Locale;

/** How long requests took, from the moment at which they were due: waiting to be sent counts. Thread-safe. */
final class Latencies {

    private long[] micros = new long[1 << 12];
    private int count;

    synchronized void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = nanos / 1_000;
    }

    synchronized void clear() {
        count = 0;
    }

    @Override
    public synchronized String toString() {
        long[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d requests; ms: p50 %.1f, p90 %.1f, p99 %.1f, max %.1f",
                count,
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.max(0, place)] / 1e3;
    }
}
