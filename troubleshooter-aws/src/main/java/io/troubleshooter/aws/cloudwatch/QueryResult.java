package io.troubleshooter.aws.cloudwatch;

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

    /** Only sizes: rows may hold secrets. */
    @Override
    public String toString() {
        return "QueryResult[" + rows.size() + " rows, " + end + "]";
    }
}
