package io.troubleshooter.frame;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Renumbering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the records around the first error of each kind, so that they can be cited and shown. */
final class ContextKeeper {

    private static final int AROUND = 4;
    private static final int MAX = 200;

    private final Deque<LogRecord> before = new ArrayDeque<>(AROUND + 1);
    private final List<Exemplar> kept = new ArrayList<>();
    private int wanted;

    /** @param firstOfItsKind whether this is the first error of its masked message */
    void add(LogRecord record, boolean firstOfItsKind) {
        if (kept.size() < MAX && (firstOfItsKind || wanted > 0)) {
            keep(record, firstOfItsKind);
            return;
        }
        before.addLast(record);
        if (before.size() > AROUND) {
            before.removeFirst();
        }
    }

    void merge(ContextKeeper next, Renumbering renumbering) {
        for (int i = 0; i < next.kept.size() && kept.size() < MAX; i++) {
            kept.add(Exemplars.renumber(next.kept.get(i), renumbering));
        }
    }

    List<Exemplar> all() {
        return List.copyOf(kept);
    }

    private void keep(LogRecord record, boolean firstOfItsKind) {
        before.forEach(r -> kept.add(Exemplars.of(r)));
        before.clear();
        kept.add(Exemplars.of(record));
        wanted = firstOfItsKind ? AROUND : wanted - 1;
    }
}
