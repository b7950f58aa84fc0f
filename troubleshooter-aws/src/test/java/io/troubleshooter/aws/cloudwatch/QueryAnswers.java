package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** StartQuery to GetQueryResults, for a small part of the language: like, sort by time, limit, count by bin, pattern. */
final class QueryAnswers {

    static final int MOST_ROWS = 10_000;
    static final int CUT = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final Pattern LIKE =
            Pattern.compile("filter @message like (?:\"((?:[^\"\\\\]|\\\\.)*)\"|/((?:[^/\\\\]|\\\\.)*)/)");
    private static final Pattern COUNT =
            Pattern.compile("stats count\\(\\*\\)(?: as (\\w+))?(?: by bin\\((\\d+)m\\))?");
    private static final List<String> COMMANDS = List.of(
            "fields", "display", "filter", "parse", "stats", "sort", "limit", "pattern", "dedup", "unmask", "SOURCE");

    private final StoredLogs logs;
    private final Map<String, Running> running = new LinkedHashMap<>();

    QueryAnswers(StoredLogs logs) {
        this.logs = logs;
    }

    /** A query that was started. */
    static final class Running {
        final JsonNode request;
        int polls;
        boolean stopped;

        Running(JsonNode request) {
            this.request = request;
        }
    }

    synchronized ObjectNode start(JsonNode request, ObjectNode answer) {
        String query = request.path("queryString").asText();
        for (String part : query.split("\\|(?=\\s)", -1)) {
            if (COMMANDS.stream().noneMatch(command -> part.strip().startsWith(command))) {
                throw Refusal.malformed(query.indexOf(part.strip()));
            }
        }
        groups(request).forEach(group -> logs.events(group, 0, 0));
        String id = "q-" + running.size();
        running.put(id, new Running(request));
        return answer.put("queryId", id);
    }

    /** @param polls answers that say Running before the query is done */
    synchronized ObjectNode results(String id, int polls, long bytesPerEvent, ObjectNode answer) {
        Running query = running.get(id);
        boolean done = query.polls++ >= polls;
        List<StoredLogs.Event> scanned = scanned(query.request);
        List<Map<String, String>> rows = rows(query.request, matching(query.request, scanned));
        List<Map<String, String>> shown = done ? rows : rows.subList(0, rows.size() / 2);
        answer.put("status", query.stopped ? "Cancelled" : done ? "Complete" : "Running");
        ArrayNode results = answer.putArray("results");
        shown.forEach(row -> {
            ArrayNode fields = results.addArray();
            row.forEach((name, value) -> fields.addObject().put("field", name).put("value", value));
        });
        double share = Math.min(1, query.polls / (polls + 1.0));
        answer.putObject("statistics")
                .put("recordsMatched", (double) matching(query.request, scanned).size())
                .put("recordsScanned", (double) scanned.size())
                .put("bytesScanned", Math.floor(scanned.size() * bytesPerEvent * share));
        return answer;
    }

    synchronized ObjectNode stop(String id, ObjectNode answer) {
        running.get(id).stopped = true;
        return answer.put("success", true);
    }

    synchronized List<String> stopped() {
        return running.entrySet().stream()
                .filter(query -> query.getValue().stopped)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> groups(JsonNode request) {
        List<String> names = new ArrayList<>();
        for (String field : List.of("logGroupNames", "logGroupIdentifiers")) {
            request.path(field)
                    .forEach(name ->
                            names.add(name.asText().substring(name.asText().lastIndexOf(':') + 1)));
        }
        return names;
    }

    private List<StoredLogs.Event> scanned(JsonNode request) {
        long first = request.path("startTime").asLong() * 1_000;
        long last = request.path("endTime").asLong() * 1_000;
        List<StoredLogs.Event> all = new ArrayList<>();
        groups(request).forEach(group -> all.addAll(logs.events(group, first, last)));
        all.sort(java.util.Comparator.comparingLong(StoredLogs.Event::time));
        return all;
    }

    private static List<StoredLogs.Event> matching(JsonNode request, List<StoredLogs.Event> scanned) {
        List<StoredLogs.Event> left = scanned;
        Matcher like = LIKE.matcher(request.path("queryString").asText());
        while (like.find()) {
            Pattern wanted = like.group(2) == null
                    ? Pattern.compile(Pattern.quote(like.group(1).replaceAll("\\\\(.)", "$1")))
                    : Pattern.compile(like.group(2));
            left = left.stream()
                    .filter(event -> wanted.matcher(event.message()).find())
                    .toList();
        }
        return left;
    }

    private static List<Map<String, String>> rows(JsonNode request, List<StoredLogs.Event> events) {
        String query = request.path("queryString").asText();
        Matcher count = COUNT.matcher(query);
        if (count.find()) {
            return counts(count, events);
        }
        if (query.contains("| pattern @message")) {
            return patterns(events);
        }
        List<StoredLogs.Event> sorted = new ArrayList<>(events);
        if (!query.contains("sort @timestamp asc")) {
            Collections.reverse(sorted);
        }
        int limit = Math.min(MOST_ROWS, request.path("limit").asInt(MOST_ROWS));
        return sorted.stream().limit(limit).map(QueryAnswers::row).toList();
    }

    private static Map<String, String> row(StoredLogs.Event event) {
        Map<String, String> row = new LinkedHashMap<>();
        String message = event.message();
        row.put("@timestamp", TIME.format(Instant.ofEpochMilli(event.time())));
        row.put("@log", "123456789012:" + event.group());
        row.put("@logStream", event.stream());
        row.put("@message", message.length() > CUT ? message.substring(0, CUT) : message);
        row.put("@ptr", event.id());
        return row;
    }

    private static List<Map<String, String>> counts(Matcher count, List<StoredLogs.Event> events) {
        String name = count.group(1) == null ? "count(*)" : count.group(1);
        long bin = count.group(2) == null ? Long.MAX_VALUE : Long.parseLong(count.group(2)) * 60_000;
        Map<Long, Integer> bins = new TreeMap<>();
        events.forEach(event -> bins.merge(event.time() / bin * bin, 1, Integer::sum));
        List<Map<String, String>> rows = new ArrayList<>();
        bins.forEach((start, number) -> {
            Map<String, String> row = new LinkedHashMap<>();
            if (count.group(2) != null) {
                row.put("bin(" + count.group(2) + "m)", TIME.format(Instant.ofEpochMilli(start)));
            }
            row.put(name, String.valueOf(number));
            rows.add(row);
        });
        return rows;
    }

    private static List<Map<String, String>> patterns(List<StoredLogs.Event> events) {
        Map<String, Integer> kinds = new TreeMap<>();
        events.forEach(event -> kinds.merge(event.message().replaceAll("\\d+", "<*>"), 1, Integer::sum));
        List<Map<String, String>> rows = new ArrayList<>();
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(kind -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("@pattern", kind.getKey());
                    row.put("@ratio", String.valueOf(kind.getValue() / (double) events.size()));
                    row.put("@sampleCount", String.valueOf(kind.getValue()));
                    rows.add(row);
                });
        return rows;
    }
}
