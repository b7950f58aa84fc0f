package io.troubleshooter.http.logs;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.model.Cancellation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Cancels what is under way when nobody waits for it any more, or the service stops. Thread-safe. */
final class Stops implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor looks = new ScheduledThreadPoolExecutor(1, Stops::daemon);
    private volatile boolean stopped;

    Stops() {
        looks.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cloudwatch-stops");
        thread.setDaemon(true);
        return thread;
    }

    /** Something under way, until it is closed. */
    final class Watched implements AutoCloseable {
        private final Cancellation cancellation = new Cancellation();
        private final BooleanSupplier gone;
        private final ScheduledFuture<?> looking;
        private boolean open = true;

        private Watched(BooleanSupplier gone) {
            this.gone = gone;
            this.looking = looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** Never after it is closed: then the connection belongs to the answer. */
        private synchronized void look() {
            if (open && gone.getAsBoolean()) {
                cancellation.cancel();
            }
        }

        Cancellation cancellation() {
            return cancellation;
        }

        /** @throws ProblemException if it was cancelled: what came of it is half of what was asked for */
        void checkWhole() {
            if (cancellation.isCancelled()) {
                throw ProblemException.of(ProblemCode.STOPPING);
            }
        }

        @Override
        public void close() {
            looking.cancel(false);
            running.remove(this);
            synchronized (this) {
                open = false;
            }
        }
    }

    /** @throws ProblemException {@code stopping} */
    Watched watch(BooleanSupplier gone) {
        if (stopped) {
            throw ProblemException.of(ProblemCode.STOPPING);
        }
        Watched watched = new Watched(gone);
        running.add(watched);
        if (stopped) {
            watched.cancellation().cancel();
        }
        return watched;
    }

    /** Cancels all that is under way, and lets nothing begin. */
    void stop() {
        stopped = true;
        running.forEach(watched -> watched.cancellation().cancel());
    }

    @Override
    public void close() {
        stop();
        looks.shutdownNow();
    }
}
