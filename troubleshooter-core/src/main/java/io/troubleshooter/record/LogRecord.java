package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One logical log entry: a header that was recognised, its message, and the lines that belong to it. Fields and stack
 * trace are read from the text when first asked for.
 */
public final class LogRecord {

    private final LineRef lines;
    private final @Nullable RedactedText stream;
    private final String format;
    private final Level level;
    private final RedactedText message;
    private final List<RedactedText> continuation;
    private final RecordDetails details;

    /**
     * A record with everything known.
     *
     * @param lines the physical lines, first to last
     * @param stream which of several interleaved writers it came from
     * @param format id of the format that read the header, {@code plain} where none did
     */
    public LogRecord(
            LineRef lines,
            @Nullable RedactedText stream,
            String format,
            @Nullable Instant time,
            Level level,
            @Nullable RedactedText logger,
            RedactedText message,
            List<RedactedText> continuation,
            Map<String, RedactedText> fields,
            @Nullable StackTrace stackTrace) {
        this(
                lines,
                stream,
                format,
                level,
                message,
                continuation,
                RecordDetails.known(time, logger, fields, stackTrace));
    }

    LogRecord(
            LineRef lines,
            @Nullable RedactedText stream,
            String format,
            Level level,
            RedactedText message,
            List<RedactedText> continuation,
            RecordDetails details) {
        this.lines = lines;
        this.stream = stream;
        this.format = format;
        this.level = level;
        this.message = message;
        this.continuation = continuation;
        this.details = details;
    }

    /** The physical lines, first to last. */
    public LineRef lines() {
        return lines;
    }

    /**
     * Which of several interleaved writers (pod, container, compose service) it came from; null where the source has
     * one only.
     */
    public @Nullable RedactedText stream() {
        return stream;
    }

    /** Id of the format that read the header, {@code plain} where none did. */
    public String format() {
        return format;
    }

    /** When, null where the record has no time. */
    public @Nullable Instant time() {
        return details.time();
    }

    /** How severe: by header, field, syslog priority, or by what the text says of itself. */
    public Level level() {
        return level;
    }

    /** Logger, component or program. */
    public @Nullable RedactedText logger() {
        return details.logger();
    }

    /** The first line with its header, envelope removed; null where no header was recognised: then it is the message. */
    public @Nullable RedactedText headedLine() {
        return details.line();
    }

    /** The text without header and envelope; of several lines, the first. */
    public RedactedText message() {
        return message;
    }

    /** The further lines that belong to it, envelope removed, in order. */
    public List<RedactedText> continuation() {
        return continuation;
    }

    /** What else header and structured body name: thread, pod, request_id, trace_id, status, ... */
    public Map<String, RedactedText> fields() {
        return details.fields(message);
    }

    /** The trace found in message, continuation or a field; null where there is none. */
    public @Nullable StackTrace stackTrace() {
        return details.stackTrace(this);
    }

    @Override
    public String toString() {
        return "LogRecord[" + lines + ", " + format + ", " + level + ", " + message + "]";
    }
}
