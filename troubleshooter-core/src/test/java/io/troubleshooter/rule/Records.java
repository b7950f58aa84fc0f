package io.troubleshooter.rule;

import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records for tests. */
final class Records {

    private static final Redactor REDACTOR = Redactor.create();

    private Records() {}

    static RedactedText text(String text) {
        return REDACTOR.redact(text);
    }

    /** A plain record; line breaks in {@code text} divide it into message and further lines. */
    static LogRecord at(long line, String text) {
        return record(line, null, Level.UNKNOWN, text, Map.of());
    }

    static LogRecord at(long line, @Nullable Instant time, Level level, String text) {
        return record(line, time, level, text, Map.of());
    }

    static LogRecord record(long line, @Nullable Instant time, Level level, String text, Map<String, String> fields) {
        Map<String, RedactedText> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(name, text(value)));
        return record(line, time, level, text(text), named);
    }

    static LogRecord record(
            long line, @Nullable Instant time, Level level, RedactedText text, Map<String, RedactedText> fields) {
        List<RedactedText> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.byteAt(i) == '\n') {
                lines.add(text.slice(start, i));
                start = i + 1;
            }
        }
        return new LogRecord(
                new LineRef("S1", line, line + lines.size() - 1),
                null,
                "plain",
                time,
                level,
                null,
                lines.get(0),
                lines.subList(1, lines.size()),
                fields,
                null);
    }

    static LogRecord as(String format, LogRecord r) {
        return new LogRecord(
                r.lines(),
                r.stream(),
                format,
                r.time(),
                r.level(),
                r.logger(),
                r.message(),
                r.continuation(),
                r.fields(),
                r.stackTrace());
    }
}
