package io.troubleshooter.redact;

import java.util.Arrays;

/**
 * The spans to remove from one line. Detectors add them in any order; {@link #settle} sorts them and lets the first of
 * overlapping ones win its kind and take over what the other covers beyond.
 */
final class Hits {

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private String[] kinds = new String[16];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int start(int hit) {
        return starts[hit];
    }

    int end(int hit) {
        return ends[hit];
    }

    String kind(int hit) {
        return kinds[hit];
    }

    void add(int start, int end, String kind) {
        if (end <= start) {
            return;
        }
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = kind;
    }

    private void grow() {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
        kinds = Arrays.copyOf(kinds, size * 2);
    }

    /** Where the hit added last ends; 0 for none. */
    int lastEnd() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** Whether the hit added last reaches beyond {@code offset}. */
    boolean endsAfter(int offset) {
        return size > 0 && ends[size - 1] > offset;
    }

    /** Sorts by position and merges what overlaps. */
    void settle() {
        if (size > 1 && !isSettled()) {
            sort();
            merge();
        }
    }

    private boolean isSettled() {
        for (int i = 1; i < size; i++) {
            if (starts[i] < ends[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void sort() {
        // Start and index in one number, so that hits with the same start stay in their order.
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) starts[i] << 32 | i;
        }
        Arrays.sort(order);
        int[] newStarts = new int[size];
        int[] newEnds = new int[size];
        String[] newKinds = new String[size];
        for (int i = 0; i < size; i++) {
            newStarts[i] = starts[(int) order[i]];
            newEnds[i] = ends[(int) order[i]];
            newKinds[i] = kinds[(int) order[i]];
        }
        starts = newStarts;
        ends = newEnds;
        kinds = newKinds;
    }

    private void merge() {
        int kept = 0;
        for (int i = 1; i < size; i++) {
            if (starts[i] < ends[kept]) {
                ends[kept] = Math.max(ends[kept], ends[i]);
            } else {
                kept++;
                starts[kept] = starts[i];
                ends[kept] = ends[i];
                kinds[kept] = kinds[i];
            }
        }
        size = kept + 1;
    }
}
