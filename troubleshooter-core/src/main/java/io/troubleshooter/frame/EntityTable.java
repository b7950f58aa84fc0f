package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the things that records name. When too many are known, the half with the lowest counts is forgotten (the
 * latest first among equals): frequent names stay, memory is bounded, and the outcome depends on the order of the
 * records alone.
 */
final class EntityTable {

    private final int capacity;
    private final int maxLines;
    private final Map<Key, Tally> tallies = new LinkedHashMap<>();

    EntityTable(FrameLimits limits) {
        this.capacity = limits.entities() * 8;
        this.maxLines = limits.entityLines();
    }

    void add(String kind, RedactedText value, LineRef line) {
        Tally tally = tallies.get(new Key(kind, value));
        if (tally == null) {
            tally = insert(new Key(kind, value.compact()));
        }
        tally.count++;
        tally.keep(line, maxLines);
    }

    void merge(EntityTable next, Renumbering renumbering) {
        next.tallies.forEach((key, theirs) -> {
            Key renumbered = new Key(key.kind, renumbering.apply(key.value));
            Tally tally = tallies.get(renumbered);
            if (tally == null) {
                tally = insert(renumbered);
            }
            tally.count += theirs.count;
            for (LineRef line : theirs.lines) {
                tally.keep(line, maxLines);
            }
        });
    }

    List<Entity> top(int limit) {
        List<Entity> all = new ArrayList<>(tallies.size());
        tallies.forEach(
                (key, tally) -> all.add(new Entity(key.kind, key.value, tally.count, List.copyOf(tally.lines))));
        all.sort(Comparator.comparingLong(Entity::count).reversed());
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private Tally insert(Key key) {
        if (tallies.size() >= capacity) {
            forgetRarest();
        }
        Tally tally = new Tally();
        tallies.put(key, tally);
        return tally;
    }

    private void forgetRarest() {
        long[] counts =
                tallies.values().stream().mapToLong(t -> t.count).sorted().toArray();
        long bar = counts[counts.length / 2];
        int room = capacity / 2;
        for (Iterator<Tally> all = tallies.values().iterator(); all.hasNext(); ) {
            long count = all.next().count;
            if (count < bar || (count == bar && --room < 0)) {
                all.remove();
            }
        }
    }

    private record Key(String kind, RedactedText value) {

        // Written out, since what a record makes of itself takes 20 ms to link when a program starts.

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && kind.equals(key.kind) && value.equals(key.value);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + value.hashCode();
        }
    }

    private static final class Tally {
        private long count;
        private final List<LineRef> lines = new ArrayList<>(1);

        void keep(LineRef line, int max) {
            if (lines.size() < max
                    && (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line))) {
                lines.add(line);
            }
        }
    }
}
