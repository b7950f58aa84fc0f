package io.troubleshooter.http.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits: callers take turns, of one caller its flows take turns, in a flow the first comes first. So nobody waits
 * longer for being beside somebody busy. Not thread-safe.
 */
final class FairQueue {

    private final Map<String, Map<String, Deque<Ticket>>> callers = new LinkedHashMap<>();
    private int size;

    void add(Ticket ticket) {
        callers.computeIfAbsent(ticket.caller(), unseen -> new LinkedHashMap<>())
                .computeIfAbsent(ticket.flow(), unseen -> new ArrayDeque<>())
                .addLast(ticket);
        size++;
    }

    /** Takes out whose turn it is among those that may go; null where none may. */
    @Nullable
    Ticket next(Predicate<Ticket> may) {
        for (Map<String, Deque<Ticket>> flows : callers.values()) {
            for (Deque<Ticket> flow : flows.values()) {
                if (may.test(flow.getFirst())) {
                    return taken(flow.getFirst());
                }
            }
        }
        return null;
    }

    /** The caller, and of the caller the flow, go to the end of their rows. */
    private Ticket taken(Ticket ticket) {
        Map<String, Deque<Ticket>> flows = callers.remove(ticket.caller());
        Deque<Ticket> flow = flows == null ? null : flows.remove(ticket.flow());
        if (flows == null || flow == null) {
            throw new IllegalStateException("not in the queue");
        }
        flow.removeFirst();
        if (!flow.isEmpty()) {
            flows.put(ticket.flow(), flow);
        }
        if (!flows.isEmpty()) {
            callers.put(ticket.caller(), flows);
        }
        size--;
        return ticket;
    }

    /**
     * Takes it out, whosever turn it is.
     *
     * @return whether it was still waiting
     */
    boolean remove(Ticket ticket) {
        Map<String, Deque<Ticket>> flows = callers.getOrDefault(ticket.caller(), Map.of());
        Deque<Ticket> flow = flows.get(ticket.flow());
        if (flow == null || !removeSame(flow, ticket)) {
            return false;
        }
        if (flow.isEmpty()) {
            flows.remove(ticket.flow());
        }
        if (flows.isEmpty()) {
            callers.remove(ticket.caller());
        }
        size--;
        return true;
    }

    private static boolean removeSame(Deque<Ticket> flow, Ticket ticket) {
        for (Iterator<Ticket> each = flow.iterator(); each.hasNext(); ) {
            if (each.next().equals(ticket)) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }
}
