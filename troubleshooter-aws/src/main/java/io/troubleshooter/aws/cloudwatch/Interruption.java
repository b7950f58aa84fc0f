package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.model.Cancellation;

/** While it is open, cancelling interrupts the thread that opened it; never after. */
final class Interruption implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final Cancellation.Handle handle;
    private boolean open = true;
    private boolean interrupted;

    @SuppressWarnings("this-escape")
    Interruption(Cancellation cancellation) {
        this.handle = cancellation.onCancel(this::interrupt);
    }

    private synchronized void interrupt() {
        if (open) {
            interrupted = true;
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        open = false;
        handle.close();
        if (interrupted) {
            Thread.interrupted();
        }
    }
}
