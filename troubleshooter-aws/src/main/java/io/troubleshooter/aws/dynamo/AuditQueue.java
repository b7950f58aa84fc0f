package io.troubleshooter.aws.dynamo;

import io.troubleshooter.guard.AuditLog.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait to have an event appended. Whoever comes first appends the events of all who wait, the others find theirs
 * done: there are as many waiting as there are calls, and no thread besides theirs.
 */
final class AuditQueue {

    /** A transaction has at most 100 writes: these, the head, a segment's name and the trace of an adoption. */
    private static final int MOST_EVENTS = 90;

    /** Far below the 4 MiB of a transaction; one event may have more. */
    private static final int MOST_BYTES = 256 << 10;

    private final AuditWriter writer;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    AuditQueue(AuditWriter writer) {
        this.writer = writer;
    }

    /** Returns when the event is kept. */
    void append(Event event) {
        Waiting own = new Waiting(event);
        synchronized (waiting) {
            waiting.add(own);
        }
        turn.lock();
        try {
            while (!own.over) {
                append(next());
            }
        } finally {
            turn.unlock();
        }
        if (own.failure != null) {
            throw own.failure;
        }
    }

    private List<Waiting> next() {
        List<Waiting> next = new ArrayList<>();
        int bytes = 0;
        synchronized (waiting) {
            while (!waiting.isEmpty() && next.size() < MOST_EVENTS) {
                bytes += bytes(waiting.element().event);
                if (bytes > MOST_BYTES && !next.isEmpty()) {
                    break;
                }
                next.add(waiting.remove());
            }
        }
        return next;
    }

    private static int bytes(Event event) {
        String texts = event.account() + event.session() + event.action() + event.detail();
        return texts.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whatever happens: none is told that its event is kept, unless it is. */
    private void append(List<Waiting> batch) {
        @Nullable RuntimeException failure = Fault.LOST.told();
        try {
            writer.append(batch.stream().map(each -> each.event).toList());
            failure = null;
        } catch (RuntimeException failed) {
            failure = failed;
        } finally {
            for (Waiting each : batch) {
                each.failure = failure;
                each.over = true;
            }
        }
    }

    /** Seen and changed by whoever's turn it is. */
    private static final class Waiting {

        final Event event;
        boolean over;

        @Nullable
        RuntimeException failure;

        Waiting(Event event) {
            this.event = event;
        }
    }
}
