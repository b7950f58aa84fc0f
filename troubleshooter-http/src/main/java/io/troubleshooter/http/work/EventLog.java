package io.troubleshooter.http.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one question, as server-sent events with ids in order, kept once for all who watch. Bounded: when it is
 * full, what comes on the way is left out, the end is not. Thread-safe.
 */
final class EventLog {

    private static final int MAX_EVENTS = 2_000;
    private static final int MAX_BYTES = 2 << 20;

    /** An event, ready to be sent; its bytes are shared and not changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Event(long id, byte[] frame) {}

    private final List<Event> events = new ArrayList<>();
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
    private long last;
    private long bytes;
    private boolean ended;
    private boolean interrupted;

    /** @param before id before the first: ids go on where those of an earlier log about the same ended */
    EventLog(long before) {
        this.last = before;
    }

    /** Adds something that happened on the way. */
    void add(String type, JsonNode data) {
        synchronized (this) {
            if (ended || events.size() >= MAX_EVENTS || bytes >= MAX_BYTES) {
                return;
            }
            append(last + 1, type, data);
        }
        wake();
    }

    /**
     * Adds how it ended; nothing comes after it.
     *
     * @param id at least one higher than the last; lower ones are raised
     */
    void end(long id, String type, JsonNode data) {
        synchronized (this) {
            if (ended) {
                return;
            }
            append(Math.max(id, last + 1), type, data);
            ended = true;
        }
        wake();
    }

    /**
     * Adds what another log has, in its order.
     *
     * @param end whether nothing comes after it
     */
    void copy(List<Event> others, boolean end) {
        synchronized (this) {
            for (Event each : others) {
                if (!ended && each.id() > last) {
                    append(each);
                }
            }
            ended |= end;
        }
        wake();
    }

    /** Ends without a word: those who watch come back to another log. */
    void close() {
        synchronized (this) {
            interrupted = !ended;
            ended = true;
        }
        wake();
    }

    private void append(long id, String type, JsonNode data) {
        // JSON without indentation has no line breaks, so that one data line holds it.
        byte[] frame = ("id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        append(new Event(id, frame));
    }

    private void append(Event event) {
        events.add(event);
        bytes += event.frame().length;
        last = event.id();
    }

    private void wake() {
        watchers.forEach(Runnable::run);
    }

    /** Has {@code watcher} called after each change; it does not block. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    boolean watched() {
        return !watchers.isEmpty();
    }

    /** The first event after an id; null where there is none yet. */
    synchronized @Nullable Event after(long id) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).id() <= id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == events.size() ? null : events.get(low);
    }

    synchronized boolean endedAt(long id) {
        return ended && id >= last;
    }

    /** Whether it ended without a word. */
    synchronized boolean interrupted() {
        return interrupted;
    }

    synchronized long last() {
        return last;
    }

    synchronized long bytes() {
        return bytes;
    }
}
