package io.troubleshooter.http.view;

import java.util.Arrays;

/** The records of one source in order, and of which kind each is: 20 bytes a record. Not thread-safe while it grows. */
final class SourceKinds {

    /** Records of other streams that may stand between a record's first line and its others. */
    private static final int INTERLEAVED = 64;

    private long[] firsts = new long[256];
    private long[] lasts = new long[256];
    private int[] kinds = new int[256];
    private int size;

    void add(long first, long last, int kind) {
        if (size == kinds.length) {
            firsts = Arrays.copyOf(firsts, size * 2);
            lasts = Arrays.copyOf(lasts, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        firsts[size] = first;
        lasts[size] = last;
        kinds[size++] = kind;
    }

    int of(long line) {
        int found = Arrays.binarySearch(firsts, 0, size, line);
        int at = found >= 0 ? found : -found - 2;
        for (int i = at; i >= 0 && i > at - INTERLEAVED; i--) {
            if (lasts[i] >= line) {
                return kinds[i];
            }
        }
        return -1;
    }
}
