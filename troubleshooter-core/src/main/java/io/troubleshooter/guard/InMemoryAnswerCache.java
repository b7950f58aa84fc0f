package io.troubleshooter.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers of one process, the least recently used forgotten first. */
public final class InMemoryAnswerCache implements AnswerCache {

    private final long maxBytes;
    private final Clock clock;
    private final SingleFlight flights = new SingleFlight();
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long hits;
    private long misses;

    /** @param maxBytes of keys and values together, taken as two bytes per character */
    public InMemoryAnswerCache(long maxBytes, Clock clock) {
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public Lookup get(String key, Duration timeToLive, Supplier<@Nullable String> make) {
        String known = find(key);
        if (known != null) {
            return new Lookup(known, true);
        }
        boolean[] late = new boolean[1];
        SingleFlight.Landed landed = flights.run(key, () -> {
            // Asked again: another caller may have landed since.
            String since = find(key);
            late[0] = since != null;
            return since != null ? since : made(key, timeToLive, make);
        });
        if (late[0]) {
            return new Lookup(landed.value(), true);
        }
        if (landed.shared() && landed.value() == null) {
            return new Lookup(made(key, timeToLive, make), false);
        }
        count(landed.shared());
        return new Lookup(landed.value(), landed.shared());
    }

    private @Nullable String made(String key, Duration timeToLive, Supplier<@Nullable String> make) {
        String value = make.get();
        if (value != null) {
            keep(key, new Entry(value, clock.instant().plus(timeToLive)));
        }
        return value;
    }

    private synchronized @Nullable String find(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (entry.expires.isBefore(clock.instant())) {
            drop(key, entry);
            return null;
        }
        hits++;
        return entry.value;
    }

    private synchronized void count(boolean hit) {
        hits += hit ? 1 : 0;
        misses += hit ? 0 : 1;
    }

    private synchronized void keep(String key, Entry entry) {
        Entry before = entries.get(key);
        if (before != null) {
            drop(key, before);
        }
        entries.put(key, entry);
        bytes += size(key, entry);
        Iterator<Map.Entry<String, Entry>> oldest = entries.entrySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            Map.Entry<String, Entry> next = oldest.next();
            bytes -= size(next.getKey(), next.getValue());
            oldest.remove();
        }
    }

    private void drop(String key, Entry entry) {
        entries.remove(key);
        bytes -= size(key, entry);
    }

    private static long size(String key, Entry entry) {
        return 2L * (key.length() + entry.value.length());
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        bytes = 0;
    }

    @Override
    public synchronized Status status() {
        return new Status(entries.size(), bytes, hits, misses);
    }

    private record Entry(String value, Instant expires) {}
}
