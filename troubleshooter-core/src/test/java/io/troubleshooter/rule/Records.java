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
        String[] lines = text.split("\n", -1);
        List<RedactedText> further = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            further.add(text(lines[i]));
        }
        Map<String, RedactedText> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(name, text(value)));
        return new LogRecord(
                new LineRef("S1", line, line + lines.length - 1),
                null,
                "plain",
                time,
                level,
                null,
                text(lines[0]),
                further,
                named,
                null);
    }
}
