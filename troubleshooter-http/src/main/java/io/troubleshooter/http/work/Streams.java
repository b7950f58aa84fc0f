package io.troubleshooter.http.work;

import io.javalin.http.Context;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.session.Workspace;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Event streams of questions. None has a thread: all are written by one, which never blocks, and by the server's where a
 * client is slow. A client that leaves stops nothing; it can come back with the id of the last event it saw.
 */
public final class Streams implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Questions questions;
    private final Limits limits;
    private final StreamCount count;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledFuture<?> beats;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tst-streams");
        thread.setDaemon(true);
        return thread;
    });

    public Streams(Questions questions, Limits limits) {
        this.questions = questions;
        this.limits = limits;
        this.count = new StreamCount(limits.streams(), limits.streamsPerCaller());
        long tick = Math.max(1, limits.heartbeat().toMillis() / 4);
        this.beats = writer.scheduleWithFixedDelay(this::beat, tick, tick, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        open.forEach(EventStream::beat);
    }

    /** How many are open. */
    public int open() {
        return open.size();
    }

    /**
     * Answers with the events of a question, from the one behind {@code Last-Event-ID} or {@code after}; with 204 if there
     * is nothing behind it and never will be, so that a browser does not ask again.
     *
     * @throws ProblemException {@code not_found}; {@code busy} or {@code too_many_streams} where enough are open
     */
    public void follow(Exchange exchange, Workspace workspace, String question) {
        long after = after(exchange);
        EventLog log = questions.events(workspace, question);
        if (log.endedAt(after)) {
            exchange.nothing();
            return;
        }
        String account = exchange.caller().account();
        count.enter(account, limits.heartbeat());
        Context context = exchange.context();
        context.future(() -> {
            EventStream stream = begin(context, log, after);
            return stream.ended().whenComplete((nothing, failure) -> {
                open.remove(stream);
                count.leave(account);
            });
        });
    }

    private EventStream begin(Context context, EventLog log, long after) {
        AsyncContext async = context.req().getAsyncContext();
        async.setTimeout(0);
        HttpServletResponse response = context.res();
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            EventStream stream =
                    new EventStream(response.getOutputStream(), log, after, limits.heartbeat(), RETRY, writer);
            open.add(stream);
            stream.start();
            return stream;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static long after(Exchange exchange) {
        String header = exchange.context().header("Last-Event-ID");
        @Nullable String given = header != null && !header.isBlank() ? header : exchange.query("after");
        if (given == null) {
            return 0;
        }
        if (!given.matches("[0-9]{1,18}")) {
            throw ProblemException.invalid(
                    header != null ? "Last-Event-ID:" : "?after", "The id of an event is a whole number.");
        }
        return Long.parseLong(given);
    }

    /** Ends all streams; clients come back by themselves. */
    @Override
    public void close() {
        beats.cancel(false);
        open.forEach(EventStream::interrupt);
        writer.shutdown();
    }

    /** Counts open streams. Thread-safe. */
    private static final class StreamCount {

        private final int most;
        private final int mostOfOne;
        private final Map<String, Integer> callers = new HashMap<>();
        private int all;

        StreamCount(int most, int mostOfOne) {
            this.most = most;
            this.mostOfOne = mostOfOne;
        }

        synchronized void enter(String caller, Duration later) {
            if (all >= most) {
                throw ProblemException.after(ProblemCode.BUSY, later);
            }
            if (callers.getOrDefault(caller, 0) >= mostOfOne) {
                throw ProblemException.after(ProblemCode.TOO_MANY_STREAMS, later);
            }
            all++;
            callers.merge(caller, 1, Integer::sum);
        }

        synchronized void leave(String caller) {
            all--;
            callers.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
        }
    }
}
