package io.troubleshooter.aws.cloudwatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one group to be read.
 *
 * @param streams names of streams, at most 100; empty for all
 * @param streamPrefix beginning of the streams' names; only where {@code streams} is empty
 * @param filter a filter pattern of CloudWatch Logs, such as {@code ?ERROR ?Exception}
 * @param newest whether the newest are taken where not all can be; they come in order of time all the same
 */
public record FetchRequest(
        String group,
        List<String> streams,
        @Nullable String streamPrefix,
        TimeWindow window,
        @Nullable String filter,
        boolean newest) {

    private static final int MOST_STREAMS = 100;

    /** @throws IllegalArgumentException if both streams and their beginning are given, or too many streams */
    public FetchRequest {
        streams = List.copyOf(streams);
        if (!streams.isEmpty() && streamPrefix != null || streams.size() > MOST_STREAMS) {
            throw new IllegalArgumentException("name up to 100 streams, or how their names begin");
        }
    }

    /** Everything of a group, oldest first. */
    public static FetchRequest of(String group, TimeWindow window) {
        return new FetchRequest(group, List.of(), null, window, null, false);
    }

    /** Part of the window, without its length being looked at again. */
    FetchRequest within(TimeWindow part) {
        return new FetchRequest(group, streams, streamPrefix, part, filter, newest);
    }

    /** What to call the events. */
    public String name() {
        if (streams.size() == 1) {
            return group + "/" + streams.get(0);
        }
        return streamPrefix == null ? group : group + "/" + streamPrefix + "*";
    }
}
