package io.troubleshooter.model;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The limits of a call that has begun. For providers. */
public final class Deadline implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final long endNanos;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Cancellation.Handle handle;

    private Deadline(CallLimits limits) {
        Duration timeout = limits.timeout().compareTo(LONGEST) < 0 ? limits.timeout() : LONGEST;
        endNanos = System.nanoTime() + timeout.toNanos();
        handle = limits.cancellation().onCancel(cancelled::countDown);
    }

    /** Begins now. */
    public static Deadline start(CallLimits limits) {
        return new Deadline(limits);
    }

    /** What is left of the time allowed; zero when it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /**
     * Waits, at most until the end.
     *
     * @param used so far, for the exception
     * @throws ModelException.TimedOut if the time is over before or after the wait
     * @throws ModelException.Cancelled as soon as the call is stopped, or the thread interrupted
     */
    public void pause(Duration wanted, TokenUsage used) {
        long nanos = Math.min(wanted.toNanos(), remaining().toNanos());
        try {
            if (cancelled.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new ModelException.Cancelled(used);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException.Cancelled(used);
        }
        check(used);
    }

    /**
     * Goes on only if the call may go on.
     *
     * @throws ModelException.TimedOut if the time is over
     * @throws ModelException.Cancelled if the call was stopped
     */
    public void check(TokenUsage used) {
        if (cancelled.getCount() == 0) {
            throw new ModelException.Cancelled(used);
        }
        if (remaining().isZero()) {
            throw new ModelException.TimedOut(
                    "The model did not reply in time.", "Allow more time, or ask for less.", used);
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
