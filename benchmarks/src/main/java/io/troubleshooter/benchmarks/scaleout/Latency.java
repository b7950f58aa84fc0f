package io.troubleshooter.benchmarks.scaleout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers took. Thread-safe. */
final class Latency {

    private final List<Long> nanos = new ArrayList<>();

    synchronized void add(long took) {
        nanos.add(took);
    }

    /** @param share such as 0.99 */
    synchronized double millis(double share) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, (long) (share * sorted.size()))) / 1e6;
    }
}
