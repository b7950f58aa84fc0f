package io.troubleshooter.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last events of one process. */
public final class InMemoryAuditLog implements AuditLog {

    private final int capacity;
    private final Deque<Event> events = new ArrayDeque<>();

    /** @param capacity events kept, 1 or more */
    public InMemoryAuditLog(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized void record(Event event) {
        events.addFirst(event);
        if (events.size() > capacity) {
            events.removeLast();
        }
    }

    @Override
    public synchronized List<Event> recent(int limit) {
        List<Event> all = new ArrayList<>(events);
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
