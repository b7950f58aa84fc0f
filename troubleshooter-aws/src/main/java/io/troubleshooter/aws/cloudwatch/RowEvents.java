package io.troubleshooter.aws.cloudwatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Rows of a query as events. */
final class RowEvents {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private RowEvents() {}

    static Optional<LogEvent> of(Map<String, String> row) {
        return time(row)
                .map(time -> new LogEvent(
                        group(row.getOrDefault("@log", "")),
                        row.getOrDefault("@logStream", ""),
                        time,
                        row.getOrDefault("@message", "")));
    }

    /** Insights gives times in UTC. */
    static Optional<Instant> time(Map<String, String> row) {
        try {
            return Optional.of(LocalDateTime.parse(row.getOrDefault("@timestamp", ""), TIME)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** {@code 123456789012:/aws/lambda/checkout} without its account. */
    static String group(String log) {
        return log.substring(log.indexOf(':') + 1);
    }
}
