package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedText;
import java.util.Arrays;

/** The distinct masked lines seen so far, numbered from 0, each with its count and one message as an example. */
final class MaskedLines {

    private long[] keys = new long[1024];
    private int[] ids = new int[1024];

    private byte[][] masked = new byte[256][];
    private int[][] shapes = new int[256][];
    private RedactedText[] examples = new RedactedText[256];
    private byte[] kept = new byte[256];
    private long[] counts = new long[256];
    private int size;
    private long bytes;

    int size() {
        return size;
    }

    /** Bytes held for lines and examples. */
    long bytes() {
        return bytes;
    }

    byte[] masked(int id) {
        return masked[id];
    }

    int[] shapes(int id) {
        return shapes[id];
    }

    RedactedText example(int id) {
        return examples[id];
    }

    /** Words kept of a line that was coarsened for want of room, -1 of one that was not. */
    int kept(int id) {
        return kept[id];
    }

    long count(int id) {
        return counts[id];
    }

    /** The id of the line, -1 where it is new. */
    int find(byte[] line, int length) {
        long key = hash(line, length);
        int mask = keys.length - 1;
        for (int at = (int) key & mask; ids[at] != 0; at = (at + 1) & mask) {
            int id = ids[at] - 1;
            if (keys[at] == key && Arrays.equals(masked[id], 0, masked[id].length, line, 0, length)) {
                return id;
            }
        }
        return -1;
    }

    /** Counts a line that is there. */
    void count(int id, long times, Slots slots) {
        counts[id] += times;
        int[] known = shapes[id];
        for (int i = 0; i < known.length; i++) {
            if (known[i] != slots.shape(i)) {
                known[i] = Slots.VARIED;
            }
        }
    }

    void count(int id, long times, int[] others) {
        counts[id] += times;
        int[] known = shapes[id];
        for (int i = 0; i < known.length; i++) {
            if (known[i] != others[i]) {
                known[i] = Slots.VARIED;
            }
        }
    }

    int insert(byte[] line, int length, int[] lineShapes, RedactedText example, int wordsKept, long times) {
        if (2 * (size + 1) > keys.length) {
            rehash();
        }
        if (size == masked.length) {
            grow();
        }
        masked[size] = Arrays.copyOf(line, length);
        shapes[size] = lineShapes;
        examples[size] = example;
        kept[size] = (byte) wordsKept;
        counts[size] = times;
        bytes += length + example.length();
        place(hash(line, length), size + 1);
        return size++;
    }

    private void place(long key, int value) {
        int mask = keys.length - 1;
        int at = (int) key & mask;
        while (ids[at] != 0) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        ids[at] = value;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldIds = ids;
        keys = new long[2 * oldKeys.length];
        ids = new int[keys.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                place(oldKeys[i], oldIds[i]);
            }
        }
    }

    private void grow() {
        int capacity = 2 * size;
        masked = Arrays.copyOf(masked, capacity);
        shapes = Arrays.copyOf(shapes, capacity);
        examples = Arrays.copyOf(examples, capacity);
        kept = Arrays.copyOf(kept, capacity);
        counts = Arrays.copyOf(counts, capacity);
    }

    private static long hash(byte[] line, int length) {
        long hash = length * Hashes.PRIME;
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            int four = line[at] & 0xff
                    | ((line[at + 1] & 0xff) << 8)
                    | ((line[at + 2] & 0xff) << 16)
                    | ((line[at + 3] & 0xff) << 24);
            hash = (hash ^ four) * Hashes.PRIME;
            hash ^= hash >>> 29;
        }
        for (; at < length; at++) {
            hash = (hash ^ line[at]) * Hashes.PRIME;
        }
        return Hashes.mix(hash);
    }
}
