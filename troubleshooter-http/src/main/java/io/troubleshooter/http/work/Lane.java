package io.troubleshooter.http.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** So many places to work at one time, given to those who wait in turn. Thread-safe. */
final class Lane {

    private final int places;
    private final FairQueue waiting = new FairQueue();
    private final Set<String> busy = new HashSet<>();
    private int taken;

    Lane(int places) {
        this.places = places;
    }

    /** Starts it as soon as there is a place and nothing else of its flow has one. */
    void enter(Ticket ticket) {
        synchronized (this) {
            waiting.add(ticket);
        }
        startThoseWhoMay();
    }

    /**
     * Takes it out of those that wait.
     *
     * @return whether it was still waiting, and is not any more
     */
    synchronized boolean withdraw(Ticket ticket) {
        return waiting.remove(ticket);
    }

    /** Its work is done. */
    void leave(Ticket ticket) {
        synchronized (this) {
            taken--;
            busy.remove(ticket.flow());
        }
        startThoseWhoMay();
    }

    /** It does nothing for a while, but goes on later: its flow stays its own. */
    void pause() {
        synchronized (this) {
            taken--;
        }
        startThoseWhoMay();
    }

    /** Takes a place that may be one too many, only to leave it. */
    synchronized void unpause() {
        taken++;
    }

    private void startThoseWhoMay() {
        for (Ticket ticket : granted()) {
            ticket.start().run();
        }
    }

    private synchronized List<Ticket> granted() {
        List<Ticket> granted = new ArrayList<>();
        while (taken < places) {
            Ticket next = next();
            if (next == null) {
                break;
            }
            taken++;
            granted.add(next);
        }
        return granted;
    }

    private @Nullable Ticket next() {
        Ticket next = waiting.next(ticket -> !ticket.alone() || !busy.contains(ticket.flow()));
        if (next != null && next.alone()) {
            busy.add(next.flow());
        }
        return next;
    }

    synchronized boolean crowded() {
        return waiting.size() > 0;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int running() {
        return taken;
    }

    int places() {
        return places;
    }
}
