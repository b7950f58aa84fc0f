package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.aws.cloudwatch.QueryResult.End;
import io.troubleshooter.error.TroubleshooterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatistics;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;

/** One Insights query, from its start to its end; whatever ends it early also stops it at the service. */
final class InsightsQuery {

    /** Rows that the service gives at most; beyond, the window has to be split. */
    static final int MOST_ROWS = 10_000;

    private static final long MILLIS = 1_000;

    private final Clients clients;
    private final Operation operation;
    private final Pace pace;
    private final long mayScan;
    private Outcome seen = new Outcome(List.of(), End.COMPLETE, 0, 0);

    /** @param mayScan bytes */
    InsightsQuery(Clients clients, Operation operation, Pace pace, long mayScan) {
        this.clients = clients;
        this.operation = operation;
        this.pace = pace;
        this.mayScan = mayScan;
    }

    /**
     * What came of it.
     *
     * @param rows with {@code @ptr}
     * @param matched rows that there are, as far as the service has counted
     */
    record Outcome(List<Map<String, String>> rows, End end, long bytesScanned, long matched) {

        /** The more of both. */
        Outcome or(Outcome later) {
            return new Outcome(
                    later.rows.size() > rows.size() ? later.rows : rows,
                    end,
                    Math.max(bytesScanned, later.bytesScanned),
                    Math.max(matched, later.matched));
        }

        Outcome ended(End other) {
            return new Outcome(rows, other, bytesScanned, matched);
        }
    }

    /** @throws Stopped only if it could not be started */
    Outcome run(List<String> groups, String query, TimeWindow window, int limit) {
        // Not to be interrupted: a query whose id is lost cannot be stopped, and is paid for.
        String id = operation.callToItsEnd(
                "StartQuery",
                timing -> clients.plain()
                        .startQuery(start(timing, groups, query, window, limit))
                        .queryId());
        try {
            End end = follow(id);
            return seen.ended(end);
        } catch (Stopped stopped) {
            stop(id);
            return seen.ended(stopped.reason() == Stopped.Reason.CANCELLED ? End.CANCELLED : End.OUT_OF_TIME);
        } catch (TroubleshooterException failed) {
            stop(id);
            throw failed;
        }
    }

    private static StartQueryRequest start(
            AwsRequestOverrideConfiguration timing, List<String> groups, String query, TimeWindow window, int limit) {
        StartQueryRequest.Builder builder = StartQueryRequest.builder()
                .overrideConfiguration(timing)
                .startTime(window.from().getEpochSecond())
                .endTime((window.to().toEpochMilli() + MILLIS - 1) / MILLIS)
                .queryString(query)
                .limit(limit);
        boolean identifiers = groups.stream().anyMatch(group -> group.startsWith("arn:"));
        return (identifiers ? builder.logGroupIdentifiers(groups) : builder.logGroupNames(groups)).build();
    }

    private End follow(String id) {
        for (int poll = 0; ; poll++) {
            operation.pause(pace.poll(poll));
            GetQueryResultsResponse response = results(operation, id);
            seen = outcome(response);
            End end = end(response);
            if (end != null) {
                return end;
            }
            if (seen.bytesScanned() > mayScan) {
                stop(id);
                return End.OUT_OF_BYTES;
            }
        }
    }

    /** Null while it runs. */
    private static @Nullable End end(GetQueryResultsResponse response) {
        return switch (response.status()) {
            case COMPLETE -> End.COMPLETE;
            case CANCELLED -> End.CANCELLED;
            case TIMEOUT -> End.OUT_OF_TIME;
            case FAILED ->
                throw Failures.unreadable(
                        "CloudWatch Logs Insights could not finish the query.",
                        "Try a shorter time or fewer groups; pattern and diff do not work on groups of the class"
                                + " Infrequent Access.");
            default -> null;
        };
    }

    private static Outcome outcome(GetQueryResultsResponse response) {
        List<Map<String, String>> rows = new ArrayList<>(response.results().size());
        response.results().forEach(fields -> rows.add(row(fields)));
        QueryStatistics statistics = response.statistics();
        return statistics == null
                ? new Outcome(rows, End.COMPLETE, 0, rows.size())
                : new Outcome(
                        rows, End.COMPLETE, number(statistics.bytesScanned()), number(statistics.recordsMatched()));
    }

    private static Map<String, String> row(List<ResultField> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        for (ResultField field : fields) {
            if (field.field() != null) {
                row.put(field.field(), field.value() == null ? "" : field.value());
            }
        }
        return row;
    }

    private static long number(@Nullable Double value) {
        return value == null ? 0 : value.longValue();
    }

    /** Also looks a last time, for what it has cost. What fails here is of no more use: the service ends it by itself. */
    private void stop(String id) {
        try {
            Operation last = Operation.last();
            last.call(
                    "StopQuery",
                    timing -> clients.plain()
                            .stopQuery(request -> request.queryId(id).overrideConfiguration(timing)));
            seen = seen.or(outcome(results(last, id)));
        } catch (Stopped | TroubleshooterException gone) {
            return;
        }
    }

    private GetQueryResultsResponse results(Operation asking, String id) {
        return asking.call(
                "GetQueryResults",
                timing -> clients.plain()
                        .getQueryResults(request -> request.queryId(id).overrideConfiguration(timing)));
    }
}
