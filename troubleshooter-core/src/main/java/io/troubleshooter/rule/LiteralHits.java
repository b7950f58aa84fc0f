package io.troubleshooter.rule;

import java.util.Arrays;

/**
 * Where literals were found in one record. Reused from record to record; a stamp tells what belongs to the present one,
 * so that nothing has to be cleared.
 */
final class LiteralHits {

    /** Places kept per literal and record: more would only repeat what they say. */
    static final int PLACES = 8;

    private final int[] stamps;
    private final int[] counts;
    private final int[] places;
    private int[] seen = new int[32];
    private int size;
    private int stamp;

    LiteralHits(int literals) {
        stamps = new int[literals];
        counts = new int[literals];
        places = new int[literals * PLACES];
    }

    void begin() {
        stamp++;
        size = 0;
    }

    void add(int literal, int place) {
        if (stamps[literal] != stamp) {
            stamps[literal] = stamp;
            counts[literal] = 0;
            if (size == seen.length) {
                seen = Arrays.copyOf(seen, size * 2);
            }
            seen[size++] = literal;
        }
        int count = counts[literal];
        if (count < PLACES) {
            places[literal * PLACES + count] = place;
            counts[literal] = count + 1;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Distinct literals found. */
    int size() {
        return size;
    }

    int literal(int index) {
        return seen[index];
    }

    boolean has(int literal) {
        return stamps[literal] == stamp;
    }

    int places(int literal) {
        return has(literal) ? counts[literal] : 0;
    }

    int place(int literal, int index) {
        return places[literal * PLACES + index];
    }
}
