package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.model.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What tests of one server share. */
final class LogsFixture {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String GROUP = "/aws/lambda/checkout";
    static final TimeWindow LAST_HOUR = new TimeWindow(NOW.minus(Duration.ofHours(1)), NOW);
    static final Pace FAST = new Pace(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), 8);

    private LogsFixture() {}

    static CloudWatchLogs open(CloudWatchLogsServer server) {
        return open(server, CloudWatchLimits.PERSONAL);
    }

    static CloudWatchLogs open(CloudWatchLogsServer server, CloudWatchLimits limits) {
        return new CloudWatchLogs(server.access(), limits, ScanPrices.builtIn(), CLOCK, FAST);
    }

    /** So many events, one after the other over the last hour, the last of them a second ago. */
    static void fill(CloudWatchLogsServer server, String group, int count) {
        long step = Duration.ofMinutes(59).toMillis() / Math.max(1, count);
        Instant last = NOW.minusSeconds(1);
        for (int i = 0; i < count; i++) {
            server.put(group, "stream-" + i % 3, last.minusMillis(step * (count - 1 - i)), "event " + i);
        }
    }

    static List<String> messages(LogEvents events) {
        List<String> all = new ArrayList<>();
        for (List<LogEvent> batch = events.next(); batch != null; batch = events.next()) {
            batch.forEach(event -> all.add(event.message()));
        }
        return all;
    }

    static Cancellation never() {
        return new Cancellation();
    }
}
