package io.troubleshooter.template;

/** From hashes to small numbers, given in order of first sight. */
final class LongIntMap {

    private long[] keys;
    private int[] values;
    private int size;

    LongIntMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected)) * 4;
        keys = new long[capacity];
        values = new int[capacity];
    }

    int size() {
        return size;
    }

    /** The number of the key, a new one where it has none. */
    int number(long key) {
        int at = slot(key);
        if (values[at] == 0) {
            keys[at] = key;
            values[at] = ++size;
            if (2 * size > keys.length) {
                grow();
            }
            return size - 1;
        }
        return values[at] - 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) Hashes.mix(key) & mask;
        while (values[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
