package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the things that records name. When too many are known, the half with the lowest counts is forgotten (the
 * latest first among equals): frequent names stay, memory is bounded, and the outcome depends on the order of the
 * records alone. A hash table of its own, since values that never come back make this a hot path.
 */
final class EntityTable {

    private final int capacity;
    private final int maxLines;

    /** In the order of their first mention. */
    private final Tally[] tallies;

    private int size;

    /** Places in {@link #tallies} plus one, by hash, with linear probing; 0 is free. */
    private final int[] slots;

    EntityTable(FrameLimits limits) {
        this.capacity = limits.entities() * 8;
        this.maxLines = limits.entityLines();
        this.tallies = new Tally[capacity];
        this.slots = new int[Integer.highestOneBit(capacity) * 4];
    }

    /** Entities held. */
    int size() {
        return size;
    }

    void add(String kind, RedactedText value, LineRef line) {
        int hash = hash(kind, value);
        Tally tally = find(kind, value, hash);
        if (tally == null) {
            tally = insert(new Tally(kind, value.compact(), hash));
        }
        tally.count++;
        tally.keep(line, maxLines);
    }

    void merge(EntityTable next, Renumbering renumbering) {
        for (int i = 0; i < next.size; i++) {
            Tally theirs = next.tallies[i];
            RedactedText value = renumbering.apply(theirs.value);
            int hash = hash(theirs.kind, value);
            Tally tally = find(theirs.kind, value, hash);
            if (tally == null) {
                tally = insert(new Tally(theirs.kind, value, hash));
            }
            tally.count += theirs.count;
            for (LineRef line : theirs.lines) {
                tally.keep(line, maxLines);
            }
        }
    }

    List<Entity> top(int limit) {
        Tally[] all = Arrays.copyOf(tallies, size);
        Arrays.sort(all, new MostFirst());
        List<Entity> top = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, size); i++) {
            top.add(new Entity(all[i].kind, all[i].value, all[i].count, List.copyOf(all[i].lines)));
        }
        return List.copyOf(top);
    }

    private static int hash(String kind, RedactedText value) {
        int hash = (31 * kind.hashCode() + value.hashCode()) * 0x9E3779B1;
        return hash ^ (hash >>> 16);
    }

    private @Nullable Tally find(String kind, RedactedText value, int hash) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            Tally tally = tallies[slots[slot] - 1];
            if (tally.hash == hash && tally.kind.equals(kind) && tally.value.equals(value)) {
                return tally;
            }
        }
        return null;
    }

    private Tally insert(Tally tally) {
        if (size == capacity) {
            forgetRarest();
        }
        tallies[size++] = tally;
        enter(size);
        return tally;
    }

    private void enter(int place) {
        int mask = slots.length - 1;
        int slot = tallies[place - 1].hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = place;
    }

    private void forgetRarest() {
        long bar = medianCount();
        int room = capacity / 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long count = tallies[i].count;
            if (count > bar || (count == bar && --room >= 0)) {
                tallies[kept++] = tallies[i];
            }
        }
        Arrays.fill(tallies, kept, size, null);
        Arrays.fill(slots, 0);
        size = kept;
        for (int place = 1; place <= kept; place++) {
            enter(place);
        }
    }

    private long medianCount() {
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            counts[i] = tallies[i].count;
        }
        Arrays.sort(counts);
        return counts[counts.length / 2];
    }

    /** A class and no lambda: the first lambda of a program costs milliseconds. */
    private static final class MostFirst implements Comparator<Tally> {
        @Override
        public int compare(Tally a, Tally b) {
            return Long.compare(b.count, a.count);
        }
    }

    private static final class Tally {
        private final String kind;
        private final RedactedText value;
        private final int hash;
        private long count;
        private List<LineRef> lines = List.of();

        Tally(String kind, RedactedText value, int hash) {
            this.kind = kind;
            this.value = value;
            this.hash = hash;
        }

        void keep(LineRef line, int max) {
            int known = lines.size();
            if (known == 0) {
                lines = List.of(line);
            } else if (known < max && !lines.get(known - 1).equals(line)) {
                if (known == 1) {
                    lines = new ArrayList<>(lines);
                }
                lines.add(line);
            }
        }
    }
}
