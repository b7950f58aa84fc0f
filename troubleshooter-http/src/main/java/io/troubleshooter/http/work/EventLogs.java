package io.troubleshooter.http.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs of questions that are over, for those who come back a little later. Bounded in time and size. Thread-safe. */
final class EventLogs {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long MAX_BYTES = 16L << 20;

    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long bytes;

    EventLogs(Clock clock) {
        this.clock = clock;
    }

    private record Entry(EventLog log, Instant until) {}

    synchronized void keep(String question, EventLog log) {
        remove(entries.remove(question));
        entries.put(question, new Entry(log, clock.instant().plus(KEPT)));
        bytes += log.bytes();
        sweep();
    }

    synchronized @Nullable EventLog find(String question) {
        sweep();
        Entry entry = entries.get(question);
        return entry == null ? null : entry.log();
    }

    synchronized void forget(String session) {
        for (Iterator<Map.Entry<String, Entry>> each = entries.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Entry> next = each.next();
            if (next.getKey().startsWith(session + "/")) {
                remove(next.getValue());
                each.remove();
            }
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        Iterator<Entry> each = entries.values().iterator();
        while (each.hasNext()) {
            Entry oldest = each.next();
            if (bytes <= MAX_BYTES && now.isBefore(oldest.until())) {
                return;
            }
            remove(oldest);
            each.remove();
        }
    }

    private void remove(@Nullable Entry entry) {
        bytes -= entry == null ? 0 : entry.log().bytes();
    }
}
