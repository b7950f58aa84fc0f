package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.tool.ToolException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, which fit their schema. Windows are on whole half minutes, so that the same question asked twice is the same. */
record ToolQuestion(JsonNode arguments, Clock clock) {

    private static final long STEP_MILLIS = 30_000;

    @Nullable
    String text(String name) {
        JsonNode value = arguments.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** @throws ToolException if it is blank */
    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new ToolException("The argument " + name + " must not be blank.");
        }
        return text;
    }

    List<String> list(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : arguments.path(name)) {
            if (!each.isTextual() || each.textValue().isBlank()) {
                throw new ToolException("The argument " + name + " must be a list of names.");
            }
            all.add(each.textValue());
        }
        return all;
    }

    int number(String name, int other) {
        JsonNode value = arguments.path(name);
        return value.isInt() ? value.intValue() : other;
    }

    /** From {@code from} to {@code to}, by default until now. */
    TimeWindow window() {
        TimeExpressions times = new TimeExpressions(clock, ZoneOffset.UTC);
        String to = text("to");
        try {
            TimeWindow exact = times.window(needed("from"), to == null ? "now" : to);
            return new TimeWindow(down(exact.from()), up(exact.to()));
        } catch (TroubleshooterException unclear) {
            throw refused(unclear);
        }
    }

    private static Instant down(Instant time) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), STEP_MILLIS) * STEP_MILLIS);
    }

    private static Instant up(Instant time) {
        Instant down = down(time);
        return down.equals(time) ? time : down.plusMillis(STEP_MILLIS);
    }

    static ToolException refused(TroubleshooterException failed) {
        return new ToolException(failed.getMessage() + " " + failed.advice());
    }
}
