package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;

/**
 * Envelopes that are JSON objects: docker's json-file and what log shippers make of it, journald's export, events of
 * CloudWatch. Their payload is unescaped, and redacted again in that form.
 */
final class JsonEnvelope implements Layer {

    private final JsonMembers members = new JsonMembers();

    @Override
    public boolean strip(Cursor line) {
        if (!line.startsWith("{")) {
            return false;
        }
        int key = line.skipBlanks(line.from() + 1) + 1;
        if (isDockerKey(line, key)) {
            return members.read(line) && stripDocker(line);
        }
        if (isJournalKey(line, key)) {
            return members.read(line) && stripJournal(line);
        }
        return isEventKey(line, key) && members.read(line) && stripEvent(line);
    }

    private static boolean isDockerKey(Cursor line, int key) {
        return line.matchesAt(key, "log\"")
                || line.matchesAt(key, "stream\"")
                || line.matchesAt(key, "source\"")
                || line.matchesAt(key, "container_");
    }

    private static boolean isJournalKey(Cursor line, int key) {
        byte first = key < line.to() ? line.bytes()[key] : 0;
        return first == '_' || (first >= 'A' && first <= 'Z');
    }

    private static boolean isEventKey(Cursor line, int key) {
        return line.matchesAt(key, "timestamp\"")
                || line.matchesAt(key, "message\"")
                || line.matchesAt(key, "ingestionTime\"")
                || line.matchesAt(key, "eventId\"")
                || line.matchesAt(key, "logStreamName\"");
    }

    private boolean stripDocker(Cursor line) {
        int log = members.find(line, "log");
        int stream = first(line, "stream", "source");
        if (!members.isString(line, log) || (stream < 0 && members.find(line, "container_name") < 0)) {
            return false;
        }
        note(line, "container", "container_name");
        int container = members.find(line, "container_name");
        if (stream >= 0 || container >= 0) {
            line.stream(value(line, stream >= 0 ? stream : container));
        }
        noteTime(line, first(line, "time", "@timestamp"));
        boolean bare = members.find(line, "time") >= 0 && members.size() <= 4;
        if (bare && !endsLine(line, members.start(line, log), members.end(line, log))) {
            line.partial();
        }
        open(line, log);
        return true;
    }

    private boolean stripJournal(Cursor line) {
        int message = members.find(line, "MESSAGE");
        boolean journal = members.find(line, "__REALTIME_TIMESTAMP") >= 0
                || members.find(line, "_BOOT_ID") >= 0
                || members.find(line, "SYSLOG_IDENTIFIER") >= 0;
        if (!journal || !members.isString(line, message)) {
            return false;
        }
        int unit = first(line, "_SYSTEMD_UNIT", "SYSLOG_IDENTIFIER");
        if (unit >= 0) {
            line.stream(value(line, unit));
        }
        noteTime(line, first(line, "_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP"));
        note(line, "unit", "_SYSTEMD_UNIT");
        note(line, "logger", "SYSLOG_IDENTIFIER");
        note(line, "host", "_HOSTNAME");
        note(line, "pid", "_PID");
        note(line, "priority", "PRIORITY");
        open(line, message);
        return true;
    }

    private boolean stripEvent(Cursor line) {
        int message = members.find(line, "message");
        boolean event = members.find(line, "ingestionTime") >= 0 || members.find(line, "logStreamName") >= 0;
        if (!event || !members.isString(line, message)) {
            return false;
        }
        int stream = members.find(line, "logStreamName");
        if (stream >= 0) {
            line.stream(value(line, stream));
        }
        noteTime(line, members.find(line, "timestamp"));
        open(line, message);
        return true;
    }

    private int first(Cursor line, String key, String otherKey) {
        int member = members.find(line, key);
        return member >= 0 ? member : members.find(line, otherKey);
    }

    private RedactedText value(Cursor line, int member) {
        return line.slice(members.start(line, member), members.end(line, member));
    }

    private void note(Cursor line, String field, String key) {
        int member = members.find(line, key);
        if (member >= 0) {
            line.field(field, value(line, member));
        }
    }

    private void noteTime(Cursor line, int member) {
        if (member >= 0) {
            line.time(value(line, member));
        }
    }

    /** Leaves a string value, without the line end that it closes with. */
    private void open(Cursor line, int member) {
        int start = members.start(line, member);
        int end = withoutLineEnds(line, start, members.end(line, member));
        line.narrow(start, end);
        if (line.indexOf('\\', start, end) >= 0) {
            line.replace(line.slice(start, end).unescapeJson());
        }
    }

    /** Offset after what is left of an escaped string once the escaped line ends at its end are off. */
    static int withoutLineEnds(Cursor line, int start, int end) {
        int left = end;
        while (endsLine(line, start, left)) {
            left -= 2;
        }
        return left;
    }

    /** Whether an escaped line end closes the string; the backslash may be the end of an escaped backslash. */
    private static boolean endsLine(Cursor line, int start, int end) {
        int escape = end - 2;
        if (escape < start || (!line.matchesAt(escape, "\\n") && !line.matchesAt(escape, "\\r"))) {
            return false;
        }
        int before = escape;
        while (before > start && line.bytes()[before - 1] == '\\') {
            before--;
        }
        return (escape - before) % 2 == 0;
    }
}
