package io.troubleshooter.aws.cloudwatch;

import java.util.List;

/**
 * An Insights query.
 *
 * @param groups 1 to 50, which one query searches together
 * @param query in the language of Logs Insights, at most 10,000 characters
 * @param rows most rows; above 10,000 the window is split where the query allows it
 */
public record QueryRequest(List<String> groups, String query, TimeWindow window, int rows) {

    public QueryRequest {
        groups = List.copyOf(groups);
    }
}
