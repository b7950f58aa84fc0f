package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.aws.cloudwatch.InsightsQuery.Outcome;
import io.troubleshooter.aws.cloudwatch.QueryResult.End;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a query. The service gives 10,000; where more are wanted, the rest of the window is cut into slices that
 * should hold fewer each, by what the service says it has matched. Slices overlap by a second, since the service counts in
 * seconds; rows that come twice are known by their pointer.
 */
final class QueryRows {

    private static final int AIM = 8_000;
    private static final int MOST_SLICES = 20;

    private final Clients clients;
    private final Operation operation;
    private final Pace pace;
    private final CloudWatchLimits limits;
    private final ScanPrices prices;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Set<String> pointers = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final Deque<TimeWindow> todo = new ArrayDeque<>();
    private End end = End.COMPLETE;
    private long text;
    private int queries;
    private long scanned;

    QueryRows(Clients clients, Operation operation, Pace pace, CloudWatchLimits limits, ScanPrices prices) {
        this.clients = clients;
        this.operation = operation;
        this.pace = pace;
        this.limits = limits;
        this.prices = prices;
    }

    QueryResult run(QueryRequest request) {
        boolean split = request.rows() > InsightsQuery.MOST_ROWS
                && QueryShape.of(request.query()).isOfEvents();
        if (split) {
            slices(request);
        } else {
            whole(request);
        }
        tell();
        FullMessages messages = new FullMessages(clients, operation, limits.bytes() - text);
        messages.complete(rows);
        note(messages.note());
        rows.forEach(row -> row.remove("@ptr"));
        QueryCost cost = new QueryCost(queries, scanned, prices.usd(clients.region(), scanned), prices.asOf());
        return new QueryResult(List.copyOf(rows), end, cost, List.copyOf(notes));
    }

    private void whole(QueryRequest request) {
        int limit = Math.min(request.rows(), InsightsQuery.MOST_ROWS);
        boolean events = QueryShape.of(request.query()).isOfEvents();
        String text = events ? request.query() + "\n| sort @timestamp desc" : request.query();
        Outcome outcome = query(request, text, request.window(), limit);
        add(outcome.rows(), limit);
        if (events) {
            Collections.reverse(rows);
        }
        if (events && end == End.COMPLETE && outcome.matched() > rows.size()) {
            note("The newest " + rows.size() + " of " + outcome.matched()
                    + " rows that match; ask for more, or filter.");
        } else if (!events && rows.size() >= InsightsQuery.MOST_ROWS) {
            note("The service gives no more than 10,000 rows of such a query; there may be more.");
        }
    }

    private void slices(QueryRequest request) {
        String query = request.query() + "\n| sort @timestamp asc";
        todo.add(request.window());
        while (end == End.COMPLETE && !todo.isEmpty() && rows.size() < request.rows() && text < limits.bytes()) {
            TimeWindow slice = todo.removeFirst();
            Outcome outcome = query(request, query, slice, InsightsQuery.MOST_ROWS);
            add(outcome.rows(), request.rows());
            if (outcome.end() == End.COMPLETE && outcome.rows().size() >= InsightsQuery.MOST_ROWS) {
                cut(slice, outcome);
            }
        }
        if (end == End.COMPLETE && !todo.isEmpty()) {
            note("Cut after " + rows.size() + " rows: there are more. Ask for a shorter time, or filter.");
        }
    }

    private Outcome query(QueryRequest request, String text, TimeWindow window, int limit) {
        try {
            InsightsQuery query = new InsightsQuery(clients, operation, pace, limits.scanBytes() - scanned);
            queries++;
            Outcome outcome = query.run(request.groups(), text, window, limit);
            scanned += outcome.bytesScanned();
            end = outcome.end();
            return outcome;
        } catch (Stopped stopped) {
            queries--;
            end = stopped.reason() == Stopped.Reason.CANCELLED ? End.CANCELLED : End.OUT_OF_TIME;
            return new Outcome(List.of(), end, 0, 0);
        }
    }

    private void add(List<Map<String, String>> found, int most) {
        for (Map<String, String> row : found) {
            String pointer = row.get("@ptr");
            boolean room = rows.size() < most && text < limits.bytes();
            if (room && (pointer == null || pointers.add(pointer))) {
                rows.add(row);
                text += row.values().stream().mapToInt(String::length).sum();
            }
        }
    }

    /** Puts what is left of a slice back, in smaller ones. */
    private void cut(TimeWindow slice, Outcome outcome) {
        Instant last =
                RowEvents.time(outcome.rows().get(outcome.rows().size() - 1)).orElse(null);
        if (last == null) {
            note("Rows beyond 10,000 can only be had with @timestamp among the fields.");
            todo.clear();
            return;
        }
        Instant start = Instant.ofEpochSecond(last.getEpochSecond());
        if (start.getEpochSecond() <= slice.from().getEpochSecond()) {
            note("More than 10,000 rows in the second " + start + ": those beyond were left out.");
            start = start.plusSeconds(1);
        }
        if (start.isAfter(slice.to())) {
            return;
        }
        long left = Math.max(1, outcome.matched() - InsightsQuery.MOST_ROWS);
        putBack(new TimeWindow(start, slice.to()), (int) Math.min(MOST_SLICES, (left + AIM - 1) / AIM));
    }

    private void putBack(TimeWindow rest, int count) {
        long first = rest.from().getEpochSecond();
        long step = Math.max(1, (rest.to().getEpochSecond() - first + count) / count);
        Deque<TimeWindow> slices = new ArrayDeque<>();
        for (long from = first; slices.isEmpty() || from < rest.to().getEpochSecond(); from += step) {
            Instant to = Instant.ofEpochSecond(from + step);
            slices.addFirst(new TimeWindow(Instant.ofEpochSecond(from), to.isBefore(rest.to()) ? to : rest.to()));
        }
        slices.forEach(todo::addFirst);
    }

    private void tell() {
        switch (end) {
            case CANCELLED -> note("The query was stopped on request: these are the rows found until then.");
            case OUT_OF_TIME ->
                note("The query was stopped for want of time: these are the rows found until then. Ask for a shorter"
                        + " time or fewer groups.");
            case OUT_OF_BYTES ->
                note("The query was stopped: it had scanned more than " + Sizes.of(limits.scanBytes())
                        + ", which is the limit. Ask for a shorter time or fewer groups.");
            default -> {}
        }
    }

    private void note(String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
    }
}
