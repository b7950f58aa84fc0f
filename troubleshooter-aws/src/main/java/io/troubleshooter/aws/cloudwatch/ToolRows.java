package io.troubleshooter.aws.cloudwatch;

import java.util.List;
import java.util.Map;

/** Rows and events as a model reads them: a line each where possible, none too long. */
final class ToolRows {

    private static final int LONGEST = 1_500;

    private ToolRows() {}

    static String text(List<Map<String, String>> rows) {
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> out.append(line(row)).append('\n'));
        return out.toString();
    }

    /** Events as they stand in a log, with their group; other rows with the names of their fields. */
    private static String line(Map<String, String> row) {
        String message = row.get("@message");
        if (message != null && row.containsKey("@log")) {
            return '[' + RowEvents.group(row.getOrDefault("@log", "")) + "] " + row.getOrDefault("@timestamp", "") + ' '
                    + cut(message.strip());
        }
        StringBuilder out = new StringBuilder();
        row.forEach((name, value) ->
                out.append(out.isEmpty() ? "" : "  ").append(name).append('=').append(cut(value.strip())));
        return out.toString();
    }

    static LogEvent shortened(LogEvent event) {
        return new LogEvent(event.group(), event.stream(), event.time(), cut(event.message()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ... (cut)";
    }
}
