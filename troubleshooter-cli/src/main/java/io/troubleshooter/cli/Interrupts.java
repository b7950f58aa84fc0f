package io.troubleshooter.cli;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C while a stream is read: the first ends the reading, the second ends the program at once. */
final class Interrupts implements AutoCloseable {

    private static final int ENDED_BY_CTRL_C = 130;
    private static final Signal INT = new Signal("INT");

    private final Thread waiting;
    private volatile boolean happened;
    private volatile SignalHandler before = SignalHandler.SIG_DFL;

    private Interrupts(Thread waiting) {
        this.waiting = waiting;
    }

    static Interrupts catchFirst() {
        Interrupts interrupts = new Interrupts(Thread.currentThread());
        interrupts.before = Signal.handle(INT, signal -> interrupts.handle());
        return interrupts;
    }

    private void handle() {
        if (happened) {
            Runtime.getRuntime().halt(ENDED_BY_CTRL_C);
        }
        happened = true;
        waiting.interrupt();
    }

    boolean happened() {
        return happened;
    }

    /** After the first Ctrl-C the handler stays, so that a second one still ends the program. */
    @Override
    public void close() {
        if (!happened) {
            Signal.handle(INT, before);
        }
    }
}
