package io.troubleshooter.http.logs;

import io.troubleshooter.aws.cloudwatch.QueryResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of a query as texts: events by their groups, other rows as lines of {@code field=value}. For one thread. */
final class RowTexts {

    private static final String OTHER = "query";

    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    RowTexts(QueryResult result) {
        if (result.isOfEvents()) {
            result.events().forEach(event -> add(event.group(), event.text()));
        } else {
            result.rows().forEach(row -> add(OTHER, line(row)));
        }
    }

    private void add(String name, String text) {
        texts.computeIfAbsent(name, each -> new StringBuilder()).append(text);
    }

    /** With its time in front, as logs have it. */
    private static String line(Map<String, String> row) {
        StringBuilder line = new StringBuilder(row.getOrDefault("@timestamp", ""));
        row.forEach((name, value) -> {
            if (!name.equals("@timestamp")) {
                line.append(line.isEmpty() ? "" : " ");
                line.append(name.equals("@message") ? "" : name + "=").append(value.strip());
            }
        });
        return line.append('\n').toString();
    }

    void giveTo(Keeper keeper) throws IOException {
        for (Map.Entry<String, StringBuilder> text : texts.entrySet()) {
            byte[] bytes = text.getValue().toString().getBytes(StandardCharsets.UTF_8);
            keeper.keep(text.getKey(), new ByteArrayInputStream(bytes));
        }
    }
}
