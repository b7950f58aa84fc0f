package io.troubleshooter.http.work;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A place that somebody works in. Whoever waits for the network gives it up meanwhile, and whoever works long lets
 * others in between. For one thread.
 */
public final class Place {

    /** After so long, those who wait come first. */
    private static final long SLICE_NANOS = 40_000_000;

    private final Lane lane;
    private final Ticket ticket;
    private final Pace pace;
    private long since = System.nanoTime();
    private long worked;

    Place(Lane lane, Ticket ticket, Pace pace) {
        this.lane = lane;
        this.ticket = ticket;
        this.pace = pace;
    }

    /** The body of a request, to be read in this place: a slow sender keeps nobody from working. */
    public InputStream sharing(InputStream body) {
        return new SharedBody(body, this);
    }

    /** Waits for something else than the place, without it. */
    public <T> T away(Supplier<T> waiting) {
        giveUp();
        try {
            return waiting.get();
        } finally {
            regainUninterrupted();
        }
    }

    private void regainUninterrupted() {
        try {
            takeAgain();
        } catch (IOException stopped) {
            throw ProblemException.of(ProblemCode.STOPPING);
        }
    }

    /** Reads; without the place if there may be nothing to read yet. */
    int read(InputStream from, byte[] into, int offset, int length) throws IOException {
        if (from.available() > 0) {
            if (lane.crowded() && System.nanoTime() - since > SLICE_NANOS) {
                giveUp();
                takeAgain();
            }
            return from.read(into, offset, length);
        }
        giveUp();
        try {
            return from.read(into, offset, length);
        } finally {
            takeAgain();
        }
    }

    private void giveUp() {
        worked += System.nanoTime() - since;
        lane.pause();
    }

    private void takeAgain() throws IOException {
        CountDownLatch granted = new CountDownLatch(1);
        Ticket again = new Ticket(ticket.caller(), "", granted::countDown);
        lane.enter(again);
        try {
            granted.await();
        } catch (InterruptedException stopped) {
            regain(again, granted);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } finally {
            since = System.nanoTime();
        }
    }

    /** Whoever is stopped leaves as usual, from a place. */
    private void regain(Ticket again, CountDownLatch granted) {
        boolean had = granted.getCount() == 0 || !lane.withdraw(again);
        if (!had) {
            lane.unpause();
        }
    }

    void leave() {
        pace.took(worked + System.nanoTime() - since);
        lane.leave(ticket);
    }
}
