package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes what another program says as lines of log, as which it is read. */
final class AlertText {

    private static final int MAX_FIELD = 2_000;

    private AlertText() {}

    /** One field, on one line; empty where there is none or it is no text. */
    static String field(JsonNode json, String name) {
        return oneLine(json.path(name).asText(""));
    }

    static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= MAX_FIELD ? line : line.substring(0, MAX_FIELD);
    }

    static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** The time in this field, if it is one of our days. */
    static Instant time(JsonNode json, String name, Instant otherwise) {
        try {
            Instant time = Instant.parse(json.path(name).asText(""));
            return time.isAfter(Instant.EPOCH) && time.isBefore(otherwise.plusSeconds(86_400)) ? time : otherwise;
        } catch (DateTimeException none) {
            return otherwise;
        }
    }

    static String level(boolean firing, String severity) {
        if (!firing) {
            return "INFO";
        }
        return switch (severity.toLowerCase(Locale.ROOT)) {
            case "critical", "fatal", "page", "emergency", "p1" -> "CRITICAL";
            case "warning", "warn", "p3", "p4" -> "WARN";
            case "info", "information", "none", "notice", "debug" -> "INFO";
            default -> "ERROR";
        };
    }

    /** Fields as {@code name=value}, by name. */
    static String pairs(JsonNode fields) {
        Map<String, String> sorted = new TreeMap<>();
        fields.properties()
                .forEach(each -> sorted.put(
                        oneLine(each.getKey()), oneLine(each.getValue().asText(""))));
        StringBuilder pairs = new StringBuilder();
        sorted.forEach(
                (name, value) -> pairs.append(' ').append(name).append('=').append(quoted(value)));
        return pairs.toString();
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.contains(" ") ? '"' + value.replace("\"", "'") + '"' : value;
    }

    /** As it is, but ended; empty for nothing. */
    static String lines(JsonNode json, String name) {
        String text = json.path(name).asText("").strip();
        return text.isEmpty() ? "" : text + "\n";
    }
}
