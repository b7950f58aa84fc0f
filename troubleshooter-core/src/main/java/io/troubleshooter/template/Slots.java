package io.troubleshooter.template;

import java.util.Arrays;

/**
 * What each wildcard of a masked line stands for. A slot may have a fixed beginning and a fixed end ({@code jetty-} of
 * {@code jetty-6.1}, {@code bytes} of {@code 403 bytes}), its shape: as long as all values share the shape, the
 * template shows it.
 */
final class Slots {

    private static final int FIELDS = 4;

    private int[] spans = new int[32 * FIELDS];
    private int[] shapes = new int[32];
    private int count;

    int count() {
        return count;
    }

    int start(int slot) {
        return spans[slot * FIELDS];
    }

    int end(int slot) {
        return spans[slot * FIELDS + 1];
    }

    /** End of the fixed beginning. */
    int prefixEnd(int slot) {
        return spans[slot * FIELDS + 2];
    }

    /** Start of the fixed end. */
    int suffixStart(int slot) {
        return spans[slot * FIELDS + 3];
    }

    /** A hash of the fixed parts; 0 where there are none. */
    int shape(int slot) {
        return shapes[slot];
    }

    void clear() {
        count = 0;
    }

    void truncate(int slots) {
        count = slots;
    }

    int[] copyShapes() {
        return Arrays.copyOf(shapes, count);
    }

    void add(byte[] text, int start, int end, int prefixEnd, int suffixStart) {
        if (count == shapes.length) {
            spans = Arrays.copyOf(spans, spans.length * 2);
            shapes = Arrays.copyOf(shapes, count * 2);
        }
        int at = count * FIELDS;
        spans[at] = start;
        spans[at + 1] = end;
        spans[at + 2] = prefixEnd;
        spans[at + 3] = suffixStart;
        shapes[count++] = hash(text, start, prefixEnd, hash(text, suffixStart, end, 0));
    }

    private static int hash(byte[] text, int from, int to, int seed) {
        int hash = seed;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }
}
