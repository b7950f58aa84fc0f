package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.input.LogSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query found, not yet redacted.
 *
 * @param rows fields in the order of the query, by name; {@code @ptr} is left out
 * @param end why there are no more
 * @param notes what was left out, and how to see it
 */
public record QueryResult(List<Map<String, String>> rows, End end, QueryCost cost, List<String> notes) {

    /** How a query ended. */
    public enum End {
        /** All was searched. */
        COMPLETE,
        /** By who asked. */
        CANCELLED,
        /** Too long, here or for the service. */
        OUT_OF_TIME,
        /** It scanned more than it may. */
        OUT_OF_BYTES
    }

    /** Whether the rows are events: they have a time, a group and a message. */
    public boolean isOfEvents() {
        return !rows.isEmpty() && rows.get(0).keySet().containsAll(List.of("@timestamp", "@log", "@message"));
    }

    /** The rows as events; those that are none are left out. */
    public List<LogEvent> events() {
        return rows.stream().flatMap(row -> RowEvents.of(row).stream()).toList();
    }

    /** The events of each group as evidence of its own. */
    public List<LogSource> sources() {
        Map<String, List<LogEvent>> byGroup = new LinkedHashMap<>();
        events().forEach(event -> byGroup.computeIfAbsent(event.group(), group -> new ArrayList<>())
                .add(event));
        return byGroup.entrySet().stream()
                .map(group -> LogSource.text(EventLines.text(group.getValue()), group.getKey()))
                .toList();
    }

    /** Only sizes: rows may hold secrets. */
    @Override
    public String toString() {
        return "QueryResult[" + rows.size() + " rows, " + end + "]";
    }
}
