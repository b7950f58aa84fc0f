package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/** Measured values as lines of a log, such as {@code 2026-11-20T09:43:11Z INFO metric cpu_usage=92}. */
final class MetricLines {

    private static final int MOST = 10_000;
    private static final int DEEPEST = 4;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:/-]{0,99}");

    private final Clock clock;

    MetricLines(Clock clock) {
        this.clock = clock;
    }

    /** @param form with {@code metrics}, names to numbers or to further names, and {@code time}, if it is not now */
    String of(JsonNode form) {
        JsonNode metrics = form.path("metrics");
        StringBuilder lines = new StringBuilder();
        int count = add(time(form.path("time")) + " INFO metric ", "", metrics, lines, 0);
        if (count == 0) {
            throw wrong();
        }
        return lines.toString();
    }

    private String time(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        }
        try {
            Instant time = given.isIntegralNumber()
                    ? Instant.ofEpochMilli(given.longValue())
                    : OffsetDateTime.parse(given.asText()).toInstant();
            return time.truncatedTo(ChronoUnit.MILLIS).toString();
        } catch (DateTimeException wrong) {
            throw ProblemException.invalid("/time", "time has to be like 2026-11-20T09:43:11Z, or milliseconds.");
        }
    }

    private static int add(String before, String name, JsonNode value, StringBuilder lines, int depth) {
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            lines.append(before).append(name).append('=').append(value.asText()).append('\n');
            return 1;
        }
        if (!value.isObject() || depth == DEEPEST) {
            throw wrong();
        }
        int count = 0;
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!NAME.matcher(field.getKey()).matches() || count > MOST) {
                throw wrong();
            }
            String path = name.isEmpty() ? field.getKey() : name + "." + field.getKey();
            count += add(before, path, field.getValue(), lines, depth + 1);
        }
        return count;
    }

    private static ProblemException wrong() {
        return ProblemException.invalid(
                "/metrics", "metrics has names of letters, digits and _ . : / - with numbers, at most " + MOST + ".");
    }
}
