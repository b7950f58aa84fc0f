package io.troubleshooter.aws.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of a window, in order of time, as one batch. The service gives the oldest first, so that short spans
 * are read from the end backwards, longer ones as long as little is found.
 */
final class NewestPages implements Batches {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int GROWTH = 4;

    private final Clients clients;
    private final Operation operation;
    private final FetchRequest request;
    private final int most;
    private final long mostBytes;
    private @Nullable Stopped stopped;
    private boolean given;
    private boolean cut;

    NewestPages(Clients clients, Operation operation, FetchRequest request, int most, long mostBytes) {
        this.clients = clients;
        this.operation = operation;
        this.request = request;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Whether there are older ones than those given. */
    boolean isCut() {
        return cut;
    }

    @Override
    public @Nullable List<LogEvent> next() {
        if (stopped != null) {
            throw stopped;
        }
        if (given) {
            return null;
        }
        given = true;
        return collect();
    }

    private List<LogEvent> collect() {
        Deque<LogEvent> all = new ArrayDeque<>();
        long bytes = 0;
        Instant end = request.window().to();
        Duration span = FIRST;
        try {
            while (!cut && !end.isBefore(request.window().from())) {
                Instant start = later(end.minus(span), request.window().from());
                Tail tail = tail(new TimeWindow(start, end), most - all.size(), mostBytes - bytes);
                tail.events.descendingIterator().forEachRemaining(all::addFirst);
                bytes += tail.bytes;
                boolean full = all.size() >= most || bytes >= mostBytes;
                end = start.minusMillis(1);
                cut = tail.dropped || full && !end.isBefore(request.window().from());
                span = all.size() < most / GROWTH ? span.multipliedBy(GROWTH) : span;
            }
        } catch (Stopped early) {
            stopped = early;
        }
        return new ArrayList<>(all);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private Tail tail(TimeWindow window, int events, long bytes) {
        Tail tail = new Tail(events, bytes);
        // Whole pages: it is not known which are the last.
        ForwardPages pages = new ForwardPages(clients, operation, request.within(window), Integer.MAX_VALUE);
        for (List<LogEvent> page = pages.next(); page != null; page = pages.next()) {
            page.forEach(tail::add);
        }
        return tail;
    }

    /** The last few of many. */
    private static final class Tail {

        private final Deque<LogEvent> events = new ArrayDeque<>();
        private final int most;
        private final long mostBytes;
        private long bytes;
        private boolean dropped;

        private Tail(int most, long mostBytes) {
            this.most = most;
            this.mostBytes = mostBytes;
        }

        private void add(LogEvent event) {
            events.addLast(event);
            bytes += event.message().length();
            while (events.size() > most || bytes > mostBytes && events.size() > 1) {
                bytes -= events.removeFirst().message().length();
                dropped = true;
            }
        }
    }
}
