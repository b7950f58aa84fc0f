package io.troubleshooter.template;

import java.util.Arrays;

/**
 * What each wildcard of a masked line stands for. A slot may have a fixed beginning and a fixed end ({@code jetty-} of
 * {@code jetty-6.1}, {@code bytes} of {@code 403 bytes}), its shape: as long as all values share the shape, the
 * template shows it.
 */
final class Slots {

    /** The shape of a slot whose values have several. */
    static final int VARIED = 2;

    /** The shape of a slot without anything fixed. */
    static final int NONE = 0;

    private static final int EMPTY = 4;
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

    /** A hash of the fixed parts, odd where all of it is fixed and a name; {@link #NONE} where there are none. */
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
        boolean fixed = prefixEnd > start || suffixStart < end;
        shapes[count++] = fixed ? hash(text, start, prefixEnd, hash(text, suffixStart, end, 1)) << 3 | 6 : NONE;
    }

    /** Adds a slot that is a name as long as it is the same everywhere. */
    void addName(byte[] text, int start, int end) {
        add(text, start, end, end, end);
        shapes[count - 1] |= 1;
    }

    /** Adds a slot with nothing in it here. */
    void addEmpty(byte[] text, int at) {
        add(text, at, at, at, at);
        shapes[count - 1] = EMPTY;
    }

    /** Whether the shape is that of a name, which tells lines apart like a word does. */
    static boolean isName(int shape) {
        return (shape & 1) != 0;
    }

    private static int hash(byte[] text, int from, int to, int seed) {
        int hash = seed;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }
}
