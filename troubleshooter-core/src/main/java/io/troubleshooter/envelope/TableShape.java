package io.troubleshooter.envelope;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a table of log messages stand: CSV as CloudWatch Insights and log services export it, rows of
 * Markdown as Kibana copies them. Only a header with a time and a message makes one.
 *
 * @param separator {@code ,} or {@code |}
 * @param message index of the message's column, from 0
 * @param time index of the time's column
 * @param stream index of the log stream's column, -1 if there is none
 */
record TableShape(char separator, int message, int time, int stream) {

    private static final int LONGEST_HEADER = 500;
    private static final int LONGEST_NAME = 60;

    /** The shape that a header line tells; null if the line is none. */
    static @Nullable TableShape ofHeader(Cursor line) {
        int length = line.to() - line.from();
        if (length < 10 || length > LONGEST_HEADER) {
            return null;
        }
        boolean row = line.bytes()[line.from()] == '|' && line.bytes()[line.to() - 1] == '|';
        char separator = row ? '|' : ',';
        int from = line.from() + (row ? 1 : 0);
        int to = line.to() - (row ? 1 : 0);
        if (line.indexOf(separator, from, to) < 0) {
            return null;
        }
        return ofNames(line.slice(from, to).toString(), separator);
    }

    private static @Nullable TableShape ofNames(String header, char separator) {
        int message = -1;
        int time = -1;
        int stream = -1;
        String[] names = header.split(separator == '|' ? "\\|" : ",", -1);
        for (int i = 0; i < names.length; i++) {
            String name = bare(names[i]);
            if (!isName(name)) {
                return null;
            }
            switch (name) {
                case "message", "msg", "log", "log.message", "body", "textpayload", "event" -> message = i;
                case "timestamp", "time", "date", "datetime", "eventtime" -> time = i;
                case "logstream", "logstreamname", "stream", "service", "pod", "kubernetes.pod.name" -> stream = i;
                default -> {
                    // A column that says nothing about the line.
                }
            }
        }
        return message < 0 || time < 0 ? null : new TableShape(separator, message, time, stream);
    }

    private static String bare(String name) {
        String plain = name.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        String inner = plain.startsWith("_source.") ? plain.substring("_source.".length()) : plain;
        return inner.startsWith("@") ? inner.substring(1) : inner;
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_.-@ ".indexOf(c) < 0) {
                return false;
            }
        }
        return Character.isLetter(name.charAt(0)) || name.charAt(0) == '_';
    }
}
