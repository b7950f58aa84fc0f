package io.troubleshooter.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.aws.cloudwatch.LogEvent;
import io.troubleshooter.aws.cloudwatch.LogGroupInfo;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Events, rows and groups as lines, of text or of JSON; on a terminal nothing of them acts on it. */
final class CloudWatchPrinter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDEST = 60;

    private final Surroundings around;
    private final Output out;
    private final boolean json;

    CloudWatchPrinter(Surroundings around, Settings settings) {
        this.around = around;
        this.out = new Output(around.terminals().out() ? new TerminalSafeStream(around.out()) : around.out());
        String format = settings.choice(Option.FORMAT);
        this.json = format.equals("json");
        if (!json && !format.equals("text")) {
            throw settings.wrong(Option.FORMAT, settings.get(Option.FORMAT), "text or json, unless with --analyze");
        }
    }

    boolean isJson() {
        return json;
    }

    Output out() {
        return out;
    }

    /** Said on stderr. */
    void note(String note) {
        if (!note.isBlank()) {
            around.err().println("tst: " + Printable.line(note));
        }
    }

    void group(LogGroupInfo group) throws IOException {
        String kept = group.retentionDays() == 0 ? "for ever" : group.retentionDays() + " days";
        if (json) {
            json(JSON.createObjectNode()
                    .put("name", group.name())
                    .put("arn", group.arn())
                    .put("storedBytes", group.storedBytes())
                    .put("retentionDays", group.retentionDays())
                    .put("infrequentAccess", group.infrequentAccess()));
        } else {
            String kind = group.infrequentAccess() ? "  infrequent access" : "";
            out.print(String.format("%8s  %-8s  %s%s%n", megabytes(group.storedBytes()), kept, group.name(), kind));
        }
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /** @param named whether the group is told, since there are several */
    void event(LogEvent event, boolean named) throws IOException {
        if (json) {
            json(JSON.createObjectNode()
                    .put("time", event.time().toString())
                    .put("group", event.group())
                    .put("stream", event.stream())
                    .put("message", event.message()));
        } else {
            out.print((named ? "[" + event.group() + "] " : "") + event.text());
        }
    }

    /** Rows with the names of their fields above, the columns below each other, wide ones at the end. */
    void rows(List<Map<String, String>> rows) throws IOException {
        if (json) {
            for (Map<String, String> row : rows) {
                ObjectNode object = JSON.createObjectNode();
                row.forEach(object::put);
                json(object);
            }
            return;
        }
        Map<String, Integer> widths = widths(rows);
        List<String> columns = widths.keySet().stream()
                .sorted(Comparator.comparing(name -> widths.getOrDefault(name, 0) > WIDEST))
                .toList();
        if (!rows.isEmpty()) {
            row(name -> name, columns, widths);
        }
        for (Map<String, String> row : rows) {
            row(name -> oneLine(row.getOrDefault(name, "")), columns, widths);
        }
    }

    /** In the order of the query. */
    private static Map<String, Integer> widths(List<Map<String, String>> rows) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            row.forEach((name, value) ->
                    widths.merge(name, Math.max(name.length(), oneLine(value).length()), Math::max));
        }
        return widths;
    }

    private void row(UnaryOperator<String> values, List<String> columns, Map<String, Integer> widths)
            throws IOException {
        StringBuilder line = new StringBuilder();
        for (String column : columns) {
            String value = values.apply(column);
            int width = Math.min(WIDEST, widths.getOrDefault(column, 0));
            line.append(value).append(" ".repeat(Math.max(0, width - value.length()) + 2));
        }
        out.print(line.toString().stripTrailing() + "\n");
    }

    private static String oneLine(String value) {
        return value.strip().replace('\n', ' ');
    }

    private void json(ObjectNode object) throws IOException {
        out.print(object + "\n");
    }

    void flush() throws IOException {
        around.out().flush();
    }
}
