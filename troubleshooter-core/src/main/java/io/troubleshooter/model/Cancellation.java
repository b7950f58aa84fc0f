package io.troubleshooter.model;

import java.util.ArrayList;
import java.util.List;

/** A way to stop what is running: once, from any thread. */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;
    private boolean withdrawn;

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Stops it; runs what was registered, once. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Stops it as if it had never begun: who asked will ask again, so that what came is not kept. */
    public void withdraw() {
        synchronized (this) {
            withdrawn = true;
        }
        cancel();
    }

    public synchronized boolean isWithdrawn() {
        return withdrawn;
    }

    /** Runs {@code action} when it is cancelled, at once if it already is; close the handle to withdraw it. */
    public Handle onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> withdraw(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void withdraw(Runnable action) {
        actions.remove(action);
    }

    /** Withdraws an action. */
    @FunctionalInterface
    public interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
