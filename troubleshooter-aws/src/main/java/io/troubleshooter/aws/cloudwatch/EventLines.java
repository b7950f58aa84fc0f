package io.troubleshooter.aws.cloudwatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Events as lines of a log. An event without a time of its own gets that of the service; the lines of a stack trace, which
 * many log drivers send as an event each, follow the event that they belong to, whatever other streams wrote between.
 */
final class EventLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** How far into a message a time may stand: after a level, a thread, the brace and the first names of JSON. */
    private static final int HEAD = 120;

    private static final Pattern OWN_TIME = Pattern.compile(
            "\\d{1,2}:\\d{2}:\\d{2}" + "|\"(?:time|timestamp|@timestamp|ts|date|datetime|eventTime)\"\\s{0,4}:");

    private static final Pattern CONTINUES = Pattern.compile("\\s|Caused by: |Suppressed: |\\.\\.\\. \\d|[}\\])]"
            + "|(?:[A-Za-z_$][\\w$]{0,80}\\.){1,20}[A-Z][\\w$]{0,80}(?:Exception|Error|Throwable)\\b");

    private EventLines() {}

    /** The text of events in order of time, each ended by a line break. */
    static String text(List<LogEvent> events) {
        StringBuilder out = new StringBuilder();
        for (List<LogEvent> together : records(events)) {
            for (LogEvent event : together) {
                append(out, event);
            }
        }
        return out.toString();
    }

    /** One event, ended by a line break. */
    static void append(StringBuilder out, LogEvent event) {
        if (needsTime(event.message())) {
            out.append(time(event.time())).append(' ');
        }
        out.append(event.message());
        if (!event.message().endsWith("\n")) {
            out.append('\n');
        }
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    private static List<List<LogEvent>> records(List<LogEvent> events) {
        List<List<LogEvent>> records = new ArrayList<>();
        Map<String, List<LogEvent>> lastOfStream = new HashMap<>();
        for (LogEvent event : events) {
            List<LogEvent> open = lastOfStream.get(event.stream());
            if (open == null || !continues(event.message())) {
                open = new ArrayList<>(1);
                lastOfStream.put(event.stream(), open);
                records.add(open);
            }
            open.add(event);
        }
        return records;
    }

    private static boolean needsTime(String message) {
        return !continues(message)
                && !OWN_TIME.matcher(message)
                        .region(0, Math.min(HEAD, message.length()))
                        .find();
    }

    private static boolean continues(String message) {
        return CONTINUES.matcher(message).lookingAt();
    }
}
