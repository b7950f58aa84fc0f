package io.troubleshooter.aws.cloudwatch;

import java.time.Duration;
import java.util.List;

/**
 * What one operation may touch and take.
 *
 * @param groups that may be read
 * @param window longest span of time
 * @param events most events of a fetch
 * @param rows most rows of a query
 * @param bytes most text handed out, a character counted as one
 * @param scanBytes most bytes that an Insights query may scan before it is stopped: they are what costs
 * @param time of one operation, with all its waiting
 * @param calls requests that one operation may make, attempts after throttling not counted
 */
public record CloudWatchLimits(
        GroupPatterns groups,
        Duration window,
        int events,
        int rows,
        long bytes,
        long scanBytes,
        Duration time,
        int calls) {

    /** For one person with credentials of their own: 90 days, 100,000 events, 256 MB, 20 GB scanned, 10 minutes. */
    public static final CloudWatchLimits PERSONAL = new CloudWatchLimits(
            GroupPatterns.ALL,
            Duration.ofDays(90),
            100_000,
            10_000,
            256L << 20,
            20L << 30,
            Duration.ofMinutes(10),
            2_000);

    public CloudWatchLimits {
        if (window.toMillis() < 1 || events < 1 || rows < 1 || bytes < 1 || scanBytes < 1 || calls < 1) {
            throw new IllegalArgumentException("limits are 1 or more");
        }
    }

    /**
     * For a service that reads for others: 3 days, 5,000 events or rows, 16 MB, 5 GB scanned, 1 minute.
     *
     * @param groups the allow-list
     * @throws IllegalArgumentException if it is empty: a service has no right to all groups
     */
    public static CloudWatchLimits service(List<String> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a service needs the log groups that it may read, by name");
        }
        return new CloudWatchLimits(
                new GroupPatterns(groups),
                Duration.ofDays(3),
                5_000,
                5_000,
                16L << 20,
                5L << 30,
                Duration.ofMinutes(1),
                100);
    }

    public CloudWatchLimits withGroups(GroupPatterns value) {
        return new CloudWatchLimits(value, window, events, rows, bytes, scanBytes, time, calls);
    }

    public CloudWatchLimits withScanBytes(long value) {
        return new CloudWatchLimits(groups, window, events, rows, bytes, value, time, calls);
    }

    public CloudWatchLimits withTime(Duration value) {
        return new CloudWatchLimits(groups, window, events, rows, bytes, scanBytes, value, calls);
    }

    public CloudWatchLimits withEvents(int value) {
        return new CloudWatchLimits(groups, window, value, rows, bytes, scanBytes, time, calls);
    }

    public CloudWatchLimits withRows(int value) {
        return new CloudWatchLimits(groups, window, events, value, bytes, scanBytes, time, calls);
    }

    public CloudWatchLimits withBytes(long value) {
        return new CloudWatchLimits(groups, window, events, rows, value, scanBytes, time, calls);
    }

    public CloudWatchLimits withCalls(int value) {
        return new CloudWatchLimits(groups, window, events, rows, bytes, scanBytes, time, value);
    }
}
