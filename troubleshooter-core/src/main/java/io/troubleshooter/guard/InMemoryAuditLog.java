package io.troubleshooter.guard;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The last events of one process. */
public final class InMemoryAuditLog implements AuditLog {

    private final int capacity;
    private final Deque<Kept> events = new ArrayDeque<>();
    private AuditChain anchor = AuditChain.START;
    private AuditChain head = AuditChain.START;

    /** @param capacity events kept, 1 or more */
    public InMemoryAuditLog(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized void record(Event event) {
        head = head.after(event);
        events.addFirst(new Kept(head, event));
        if (events.size() > capacity) {
            forgetLast();
        }
    }

    private void forgetLast() {
        anchor = events.removeLast().chain;
    }

    @Override
    public synchronized List<Event> recent(int limit) {
        return events.stream().limit(limit).map(Kept::event).toList();
    }

    @Override
    public synchronized List<Entry> page(String accounts, long before, int limit) {
        return of(accounts)
                .filter(kept -> kept.chain.place() < before)
                .limit(limit)
                .map(kept -> new Entry(kept.chain.place(), kept.event))
                .toList();
    }

    @Override
    public synchronized UsageReport usage(String accounts, Instant from, Instant until) {
        UsageCounter counter = new UsageCounter();
        Predicate<Event> within =
                event -> !event.time().isBefore(from) && event.time().isBefore(until);
        of(accounts).map(Kept::event).filter(within).forEach(counter::add);
        return counter.report();
    }

    private Stream<Kept> of(String accounts) {
        return events.stream().filter(kept -> kept.event.account().startsWith(accounts));
    }

    @Override
    public synchronized Verification verify() {
        AuditWalk walk = new AuditWalk(anchor);
        Iterator<Kept> oldestFirst = events.descendingIterator();
        while (oldestFirst.hasNext()) {
            Kept kept = oldestFirst.next();
            walk.next(kept.chain, kept.event);
        }
        return walk.end(head);
    }

    @Override
    public synchronized long forget(Instant before) {
        long kept = events.size();
        while (!events.isEmpty() && events.getLast().event.time().isBefore(before)) {
            forgetLast();
        }
        return kept - events.size();
    }

    private record Kept(AuditChain chain, Event event) {}
}
