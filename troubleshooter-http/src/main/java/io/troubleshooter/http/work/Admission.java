package io.troubleshooter.http.work;

import java.util.HashMap;
import java.util.Map;

/** How many may be at work or wait for it, in all and of one caller. Thread-safe. */
final class Admission {

    private final int limit;
    private final int ofOne;
    private final Map<String, Integer> callers = new HashMap<>();
    private int in;

    /** One caller gets at most three quarters of it, so that others still get in. */
    Admission(int limit) {
        this.limit = limit;
        this.ofOne = Math.max(1, limit * 3 / 4);
    }

    /**
     * Lets somebody in, if there is room.
     *
     * @return whether there was: then {@link #leave} it once
     */
    synchronized boolean enter(String caller) {
        if (in >= limit || callers.getOrDefault(caller, 0) >= ofOne) {
            return false;
        }
        in++;
        callers.merge(caller, 1, Integer::sum);
        return true;
    }

    /** For what was let in before. */
    synchronized void enterAnyway(String caller) {
        in++;
        callers.merge(caller, 1, Integer::sum);
    }

    synchronized void leave(String caller) {
        in--;
        callers.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    synchronized int in() {
        return in;
    }

    /** Waits until all have left, at most so long. */
    synchronized boolean awaitEmpty(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (in > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
