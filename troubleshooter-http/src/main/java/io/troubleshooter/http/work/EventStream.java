package io.troubleshooter.http.work;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One open stream: where it is in its log, no copy of it. Writes without blocking; whoever reads too slowly for two
 * heartbeats is let go, and can come back. Thread-safe.
 */
final class EventStream implements WriteListener {

    private static final byte[] BEAT = bytes(":\n\n");
    private static final byte[] INTERRUPTED =
            bytes("event: status\ndata: {\"state\":\"queued\",\"stage\":\"interrupted\"}\n\n");

    /** Of what is due besides the events of the log. */
    private enum Extra {
        NONE,
        BEGIN,
        BEAT
    }

    private final ServletOutputStream out;
    private final EventLog log;
    private final long heartbeatNanos;
    private final byte[] begin;
    private final Executor writer;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable wake = this::wake;

    private long at;
    private Extra due = Extra.BEGIN;
    private boolean started;
    private boolean unflushed;
    private boolean interrupted;
    private boolean said;
    private long moved = System.nanoTime();

    /**
     * @param after id of the event behind which to begin
     * @param retry after which a client that lost its connection comes back
     * @param writer runs short tasks, one after the other
     */
    EventStream(
            ServletOutputStream out, EventLog log, long after, Duration heartbeat, Duration retry, Executor writer) {
        this.out = out;
        this.log = log;
        this.at = after;
        this.heartbeatNanos = heartbeat.toNanos();
        this.begin = bytes("retry: " + retry.toMillis() + "\n\n");
        this.writer = writer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Completes when nothing more is to be written, however it came to that. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    void start() {
        log.watch(wake);
        out.setWriteListener(this);
    }

    /** Has it written soon, on another thread than the one that has news. */
    private void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                writer.execute(() -> {
                    woken.set(false);
                    write();
                });
            } catch (RejectedExecutionException stopping) {
                woken.set(false);
            }
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            started = true;
        }
        write();
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    private void write() {
        boolean over = false;
        synchronized (this) {
            if (!started || ended.isDone()) {
                return;
            }
            try {
                over = writeWhatIsDue();
            } catch (IOException | IllegalStateException gone) {
                over = true;
            }
        }
        if (over) {
            end();
        }
    }

    /** @return whether all has been written that there will ever be */
    private boolean writeWhatIsDue() throws IOException {
        while (out.isReady()) {
            moved = System.nanoTime();
            byte[] next = next();
            if (next != null) {
                out.write(next);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return said || log.endedAt(at) && !log.interrupted();
            }
        }
        return false;
    }

    private byte @Nullable [] next() {
        Extra extra = due;
        due = Extra.NONE;
        if (extra != Extra.NONE) {
            return extra == Extra.BEGIN ? begin : BEAT;
        }
        EventLog.Event event = said ? null : log.after(at);
        if (event != null) {
            at = event.id();
            return event.frame();
        }
        if ((interrupted || log.interrupted()) && !said) {
            said = true;
            return INTERRUPTED;
        }
        return null;
    }

    /** Called now and then: writes something where nothing was to be written for a while. */
    void beat() {
        boolean stuck;
        synchronized (this) {
            long still = System.nanoTime() - moved;
            stuck = still > 2 * heartbeatNanos;
            if (still < heartbeatNanos || !started) {
                return;
            }
            due = due == Extra.NONE ? Extra.BEAT : due;
        }
        if (stuck) {
            end();
        } else {
            write();
        }
    }

    /** Ends it, the client is to come back. */
    void interrupt() {
        synchronized (this) {
            interrupted = true;
        }
        write();
    }

    private void end() {
        log.unwatch(wake);
        ended.complete(null);
    }
}
