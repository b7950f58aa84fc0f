package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FilterLogEvents: pages of matches; each page after some empty ones with a token. */
final class FilterAnswers {

    private static final Pattern TERM = Pattern.compile("([?-]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))\\s*");

    private final StoredLogs logs;
    private final int pageSize;
    private final int emptyPages;

    FilterAnswers(StoredLogs logs, int pageSize, int emptyPages) {
        this.logs = logs;
        this.pageSize = pageSize;
        this.emptyPages = emptyPages;
    }

    /** A token is {@code from/empty}: the place to go on, and the empty pages still to come before. */
    ObjectNode answer(JsonNode request, ObjectNode answer) {
        String token = request.path("nextToken").asText("0/" + emptyPages);
        int from = Integer.parseInt(token.substring(0, token.indexOf('/')));
        int empty = Integer.parseInt(token.substring(token.indexOf('/') + 1));
        ArrayNode events = answer.putArray("events");
        if (empty > 0) {
            return answer.put("nextToken", from + "/" + (empty - 1));
        }
        List<StoredLogs.Event> matches = matches(request);
        int to = Math.min(
                matches.size(), from + Math.min(pageSize, request.path("limit").asInt(10_000)));
        for (StoredLogs.Event event : matches.subList(Math.min(from, to), to)) {
            events.addObject()
                    .put("logStreamName", event.stream())
                    .put("timestamp", event.time())
                    .put("message", event.message())
                    .put("ingestionTime", event.time() + 900)
                    .put("eventId", event.id());
        }
        return to < matches.size() ? answer.put("nextToken", to + "/" + emptyPages) : answer;
    }

    private List<StoredLogs.Event> matches(JsonNode request) {
        List<String> streams = new ArrayList<>();
        request.path("logStreamNames").forEach(name -> streams.add(name.asText()));
        String prefix = request.path("logStreamNamePrefix").asText("");
        String filter = request.path("filterPattern").asText("");
        long last = request.path("endTime").asLong(Long.MAX_VALUE);
        String group = request.path("logGroupName")
                .asText(request.path("logGroupIdentifier").asText());
        return logs
                .events(
                        group.substring(group.lastIndexOf(':') + 1),
                        request.path("startTime").asLong(0),
                        last)
                .stream()
                .filter(event -> streams.isEmpty() || streams.contains(event.stream()))
                .filter(event -> event.stream().startsWith(prefix))
                .filter(event -> matches(filter, event.message()))
                .toList();
    }

    /** Words that must all occur, {@code ?word} for one of several, {@code -word} for one that must not. */
    private static boolean matches(String filter, String message) {
        boolean anyWanted = false;
        boolean anyFound = false;
        Matcher term = TERM.matcher(filter);
        for (int end = 0; end < filter.length(); end = term.end()) {
            if (!term.find() || term.group(3) != null && term.group(3).startsWith("\"")) {
                throw Refusal.of("InvalidParameterException");
            }
            boolean has = message.contains(term.group(2) == null ? term.group(3) : term.group(2));
            if (term.group(1).equals("?")) {
                anyWanted = true;
                anyFound |= has;
            } else if (has == term.group(1).equals("-")) {
                return false;
            }
        }
        return !anyWanted || anyFound;
    }
}
