package io.troubleshooter.rule;

import java.util.Arrays;

/**
 * Where literals were found in one record. Reused from record to record; a stamp tells what belongs to the present one,
 * so that nothing has to be cleared.
 */
final class LiteralHits {

    /** Places kept per literal and record: more would only repeat what they say. */
    static final int PLACES = 8;

    private final int literals;
    private int[] stamps = {};
    private int[] counts = {};
    private int[] places = {};
    private int[] seen = new int[32];
    private int size;
    private int stamp;
    private int copyFrom;
    private int copyShift;

    LiteralHits(int literals) {
        this.literals = literals;
    }

    void begin() {
        if (stamp == 0) { // who only gathers what others found never begins, and is spared the memory
            stamps = new int[literals];
            counts = new int[literals];
            places = new int[literals * PLACES];
        }
        stamp++;
        size = 0;
        noCopy();
    }

    /** From now on, what is found from {@code from} on counts as found {@code shift} bytes before. */
    void copy(int from, int shift) {
        copyFrom = from;
        copyShift = shift;
    }

    void noCopy() {
        copy(Integer.MAX_VALUE, 0);
    }

    void add(int literal, int found) {
        int place = found < copyFrom ? found : found - copyShift;
        if (stamps[literal] != stamp) {
            stamps[literal] = stamp;
            counts[literal] = 0;
            if (size == seen.length) {
                seen = Arrays.copyOf(seen, size * 2);
            }
            seen[size++] = literal;
        }
        insert(literal, place);
    }

    /** Keeps the first places, in their order. */
    private void insert(int literal, int place) {
        int first = literal * PLACES;
        int count = counts[literal];
        int at = first + count;
        while (at > first && places[at - 1] > place) {
            at--;
        }
        boolean known = at > first && places[at - 1] == place;
        if (!known && at < first + PLACES) {
            int kept = Math.min(count, PLACES - 1);
            System.arraycopy(places, at, places, at + 1, first + kept - at);
            places[at] = place;
            counts[literal] = kept + 1;
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
