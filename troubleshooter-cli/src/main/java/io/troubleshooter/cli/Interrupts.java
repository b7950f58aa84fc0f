package io.troubleshooter.cli;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C while a stream is read or a model asked: the first ends that, the second ends the program at once. */
final class Interrupts implements AutoCloseable {

    private static final int ENDED_BY_CTRL_C = 130;
    private static final Signal INT = new Signal("INT");

    private final Runnable first;
    private volatile boolean happened;
    private volatile SignalHandler before = SignalHandler.SIG_DFL;

    private Interrupts(Runnable first) {
        this.first = first;
    }

    /** The first interrupts the calling thread. */
    static Interrupts catchFirst() {
        return catchFirst(Thread.currentThread()::interrupt);
    }

    /** The first runs {@code first}, in a thread of its own. */
    static Interrupts catchFirst(Runnable first) {
        Interrupts interrupts = new Interrupts(first);
        interrupts.before = Signal.handle(INT, signal -> interrupts.handle());
        return interrupts;
    }

    private void handle() {
        if (happened) {
            Runtime.getRuntime().halt(ENDED_BY_CTRL_C);
        }
        happened = true;
        first.run();
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
