package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that may still get lines. */
final class OpenRecord {

    final String format;
    final boolean headed;
    Level level;
    Joining joining = Joining.NONE;

    @Nullable
    OpenJson json;

    boolean afterBlank;

    private final @Nullable RedactedText stream;
    private final RecordDetails details;
    private final long first;
    private RedactedText message;
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

    void extendTo(long number) {
        last = number;
    }

    /** Whether this is the first of java.util.logging's two lines, and the match its second. */
    boolean takesMessage(HeaderMatch match) {
        return format.equals("java-util-logging-2")
                && continuation == null
                && last == first
                && !match.hasTime
                && match.level != Level.UNKNOWN;
    }

    void setMessage(RedactedText text, Level of, long number) {
        message = text;
        level = of;
        last = number;
        continuation = new ArrayList<>();
    }

    LogRecord close(StreamContext context) {
        LineRef lines = new LineRef(context.source, first, last);
        List<RedactedText> rest = continuation == null ? List.of() : List.copyOf(continuation);
        LogRecord plain = new LogRecord(lines, stream, format, level, message, rest, details);
        return json != null && json.isClosed() ? asJson(plain, context) : plain;
    }

    private static LogRecord asJson(LogRecord plain, StreamContext context) {
        RedactedText whole = plain.message()
                .joiner()
                .append(plain.message())
                .append(RedactedJoiner.Mark.NEWLINE)
                .append(joined(plain))
                .join();
        Line line = new Line(whole);
        HeaderMatch match = context.match;
        if (!context.headers.readJson(line, match)) {
            return plain;
        }
        RedactedText message = match.messageTo == line.length
                ? plain.message()
                : JsonText.unescape(whole.slice(match.messageFrom, match.messageTo));
        return new LogRecord(
                plain.lines(),
                plain.stream(),
                match.format,
                match.level,
                message,
                plain.continuation(),
                RecordDetails.of(whole, match, Map.of()));
    }

    private static RedactedText joined(LogRecord plain) {
        RedactedText rest = RedactedJoiner.lines(plain.continuation());
        return rest == null ? plain.message().slice(0, 0) : rest;
    }
}
