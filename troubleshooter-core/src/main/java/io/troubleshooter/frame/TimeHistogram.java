package io.troubleshooter.frame;

import java.util.Arrays;

/**
 * Counts over time in a bounded number of filled buckets. Starts with buckets of a second and doubles their width
 * whenever too many are filled, so that a lone odd time costs one bucket and not the resolution. Merging is exact up to
 * the width.
 */
final class TimeHistogram {

    private final int maxBuckets;
    private int shift;
    private long[] keys = new long[4];
    private int[] counts = new int[4];
    private int size;

    TimeHistogram(int maxBuckets) {
        this.maxBuckets = maxBuckets;
    }

    void add(long epochSecond) {
        add(epochSecond >> shift, 1);
    }

    void merge(TimeHistogram other) {
        while (shift < other.shift) {
            coarsen();
        }
        for (int i = 0; i < other.size; i++) {
            add(other.keys[i] >> (shift - other.shift), other.counts[i]);
        }
    }

    int size() {
        return size;
    }

    /** Width of a bucket in seconds, a power of two. */
    long width() {
        return 1L << shift;
    }

    /** Start of filled bucket {@code i} in seconds of the epoch, rising. */
    long start(int i) {
        return keys[i] << shift;
    }

    int count(int i) {
        return counts[i];
    }

    /** What was counted from {@code from} to before {@code to}, in seconds of the epoch, by the buckets' starts. */
    long between(long from, long to) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            if (start(i) >= from && start(i) < to) {
                sum += counts[i];
            }
        }
        return sum;
    }

    private void add(long key, int count) {
        int at = find(key);
        if (at >= 0) {
            counts[at] += count;
        } else {
            insert(-at - 1, key, count);
        }
    }

    private int find(long key) {
        if (size > 0 && keys[size - 1] == key) {
            return size - 1;
        }
        return size == 0 || keys[size - 1] < key ? -size - 1 : Arrays.binarySearch(keys, 0, size, key);
    }

    private void insert(int at, long key, int count) {
        if (size == maxBuckets) {
            coarsen();
            add(key >> 1, count);
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        keys[at] = key;
        counts[at] = count;
        size++;
    }

    private void coarsen() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long key = keys[i] >> 1;
            if (kept > 0 && keys[kept - 1] == key) {
                counts[kept - 1] += counts[i];
            } else {
                keys[kept] = key;
                counts[kept++] = counts[i];
            }
        }
        size = kept;
        shift++;
    }
}
