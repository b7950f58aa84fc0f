package io.troubleshooter.http.logs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a query as texts: events by their groups, other rows as lines of {@code field=value}. For one thread. */
final class RowTexts {

    private static final String OTHER = "query";

    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final int rows;
    private int kept;
    private long length;

    /** @param most characters of all */
    RowTexts(List<Map<String, String>> rows, long most) {
        this.rows = rows.size();
        for (Map<String, String> row : rows) {
            if (length >= most) {
                break;
            }
            add(row);
        }
    }

    private void add(Map<String, String> row) {
        String message = row.get("@message");
        String line = message == null ? fields(row) : row.getOrDefault("@timestamp", "") + " " + message;
        String text = line.strip() + "\n";
        texts.computeIfAbsent(message == null ? OTHER : group(row), name -> new StringBuilder())
                .append(text);
        length += text.length();
        kept++;
    }

    private static String fields(Map<String, String> row) {
        StringBuilder line = new StringBuilder();
        row.forEach((name, value) ->
                line.append(line.isEmpty() ? "" : "  ").append(name).append('=').append(value.strip()));
        return line.toString();
    }

    /** {@code 123456789012:/aws/lambda/checkout} without its account. */
    private static String group(Map<String, String> row) {
        String log = row.getOrDefault("@log", OTHER);
        return log.substring(log.indexOf(':') + 1);
    }

    void giveTo(Keeper keeper) throws IOException {
        for (Map.Entry<String, StringBuilder> text : texts.entrySet()) {
            byte[] bytes = text.getValue().toString().getBytes(StandardCharsets.UTF_8);
            keeper.keep(text.getKey(), new ByteArrayInputStream(bytes));
        }
    }

    int kept() {
        return kept;
    }

    List<String> notes() {
        return kept == rows
                ? List.of()
                : List.of(
                        "Cut after " + kept + " of " + rows + " rows, which is as much text as may be brought at once."
                                + " Ask for a shorter time, or filter.");
    }
}
