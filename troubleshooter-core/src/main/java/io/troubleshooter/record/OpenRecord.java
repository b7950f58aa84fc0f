package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that may still get lines. */
final class OpenRecord {

    final String format;
    final boolean headed;
    Level level;

    private final @Nullable RedactedText stream;
    private final RedactedText message;
    private final RecordDetails details;
    private final long first;
    private long last;
    private int bytes;
    private @Nullable List<RedactedText> continuation;

    OpenRecord(
            @Nullable RedactedText stream,
            String format,
            boolean headed,
            Level level,
            RedactedText message,
            RecordDetails details,
            long number) {
        this.stream = stream;
        this.format = format;
        this.headed = headed;
        this.level = level;
        this.message = message;
        this.details = details;
        this.first = number;
        this.last = number;
        this.bytes = message.length();
    }

    boolean hasRoom(int length, RecordOptions options) {
        int lines = continuation == null ? 1 : continuation.size() + 1;
        return lines < options.maxLines() && bytes + length <= options.maxBytes();
    }

    void add(RedactedText line, long number) {
        if (continuation == null) {
            continuation = new ArrayList<>();
        }
        continuation.add(line);
        bytes += line.length();
        last = number;
    }

    LogRecord close(String source) {
        List<RedactedText> rest = continuation == null ? List.of() : List.copyOf(continuation);
        return new LogRecord(new LineRef(source, first, last), stream, format, level, message, rest, details);
    }
}
