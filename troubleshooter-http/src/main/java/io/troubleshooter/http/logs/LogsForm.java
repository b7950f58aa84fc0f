package io.troubleshooter.http.logs;

import io.troubleshooter.aws.cloudwatch.TimeWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, and may be.
 *
 * @param groups at least one
 * @param streams names; only with one group
 * @param streamPrefix how names of streams begin; only without {@code streams}
 * @param filter a filter pattern for one group, a text for several
 * @param query of Logs Insights, in place of all but groups and times
 * @param limit most events or rows
 */
record LogsForm(
        List<String> groups,
        List<String> streams,
        @Nullable String streamPrefix,
        TimeWindow window,
        @Nullable String filter,
        @Nullable String query,
        int limit) {

    /** Whether Insights has to be asked, which scans and costs. */
    boolean scans() {
        return query != null || groups.size() > 1;
    }

    /** What the service is most likely not to have understood. */
    String pointer() {
        return query != null ? "/cloudwatch/query" : filter != null ? "/cloudwatch/filter" : "/cloudwatch";
    }

    /** Which field names the groups. */
    String groupPointer() {
        return groups.size() > 1 ? "/cloudwatch/groups" : "/cloudwatch/group";
    }
}
