package io.troubleshooter.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One quiet line on stderr while reading takes longer than a second; gone when done, none where nobody looks. */
final class Progress implements AutoCloseable {

    private static final int FIRST_MILLIS = 1_000;
    private static final int EVERY_MILLIS = 500;
    private static final int PLAIN_EVERY_MILLIS = 30_000;

    private final PrintStream err;
    private final boolean live;
    private final long start = System.nanoTime();
    private final @Nullable Thread ticker;
    private volatile Inputs.@Nullable Input input;
    private boolean hidden;
    private boolean shown;

    private Progress(PrintStream err, boolean visible, boolean live) {
        this.err = err;
        this.live = live;
        this.ticker = visible ? new Thread(this::tick, "tst-progress") : null;
    }

    static Progress start(Surroundings around) {
        Progress progress = new Progress(around.err(), around.terminals().err(), Looks.liveLine(around));
        if (progress.ticker != null) {
            progress.ticker.setDaemon(true);
            progress.ticker.start();
        }
        return progress;
    }

    void reading(Inputs.Input next) {
        this.input = next;
    }

    /** Takes the line away for good: something else is being said. */
    synchronized void hide() {
        hidden = true;
        erase();
    }

    private void tick() {
        try {
            TimeUnit.MILLISECONDS.sleep(FIRST_MILLIS);
            while (true) {
                show();
                TimeUnit.MILLISECONDS.sleep(live ? EVERY_MILLIS : PLAIN_EVERY_MILLIS);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        Inputs.Input now = input;
        if (hidden || now == null) {
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        String amount = now.watched() == null ? "" : "  " + (now.watched().bytes() >> 20) + " MB";
        String line = "reading " + Printable.line(now.source().name()) + amount + "  " + seconds + " s";
        err.print(live ? "\r" + line + "\u001b[K" : line + "\n");
        err.flush();
        shown = true;
    }

    private void erase() {
        if (shown && live) {
            err.print("\r\u001b[K");
            err.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        if (ticker != null) {
            ticker.interrupt();
            hide();
        }
    }
}
