package io.troubleshooter.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which value has which number: an open-addressing table from the keyed hash of a value to its kind and number, in the
 * order of first sight. Holds no values. A value keeps the kind under which it was first seen, so that it always looks
 * alike. Not thread-safe.
 */
final class Pseudonyms {

    /** Values beyond this many distinct ones get a placeholder without number. */
    static final int LIMIT = 1_000_000;

    /** Memory of an entry, with as many free ones beside it as there may be. */
    static final long BYTES_EACH = 2L * (Long.BYTES + 2 * Integer.BYTES) + 4L * Integer.BYTES;

    private static final int MAX_RESERVED = 1_000_000_000;
    private static final int MAX_KINDS = 512;

    private final int limit;
    private boolean hasReserved;
    private final List<String> kindNames = new ArrayList<>();
    private final Map<String, Integer> kindIds = new HashMap<>();
    private int[] counters = new int[16];

    private long[] hashes = new long[64];
    private int[] kinds = new int[64];
    private int[] numbers = new int[64];
    private int size;

    /** Slot of the table, by entry. */
    private int[] slots = new int[256];

    Pseudonyms() {
        this(LIMIT);
    }

    Pseudonyms(int limit) {
        this.limit = limit;
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    long hash(int entry) {
        return hashes[entry];
    }

    String kind(int entry) {
        return kindNames.get(kinds[entry]);
    }

    /** Number within the kind, from 1. */
    int number(int entry) {
        return numbers[entry];
    }

    /** The entry of a value, made on first sight; -1 where the table is full. */
    int entry(long hash, String kind) {
        int slot = slot(hash);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        return size < limit ? add(slot, hash, kind) : -1;
    }

    private int add(int slot, long hash, String kind) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        int kindId = kindId(kind);
        hashes[size] = hash;
        kinds[size] = kindId;
        numbers[size] = ++counters[kindId];
        slots[slot] = size++;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /** Numbers of the kind begin after {@code number}, unless it is absurd. */
    void reserve(String kind, int number) {
        if (number > MAX_RESERVED || !kindIds.containsKey(kind) && kindIds.size() >= MAX_KINDS) {
            return;
        }
        int kindId = kindId(kind);
        if (counters[kindId] < number) {
            counters[kindId] = number;
            hasReserved = true;
        }
    }

    /** Takes over what the other has reserved. */
    void reserve(Pseudonyms other) {
        if (!other.hasReserved) {
            return;
        }
        for (int id = 0; id < other.kindNames.size(); id++) {
            reserve(other.kindNames.get(id), other.counters[id]);
        }
    }

    private int kindId(String kind) {
        Integer known = kindIds.get(kind);
        if (known != null) {
            return known;
        }
        int id = kindNames.size();
        kindNames.add(kind);
        kindIds.put(kind, id);
        if (id == counters.length) {
            counters = Arrays.copyOf(counters, id * 2);
        }
        return id;
    }

    private int slot(long hash) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] >= 0 && hashes[slots[slot]] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        for (int entry = 0; entry < size; entry++) {
            slots[slot(hashes[entry])] = entry;
        }
    }
}
