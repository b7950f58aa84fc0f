package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One logical log entry: a header that was recognised, its message, and the lines that belong to it.
 *
 * @param lines the physical lines, first to last
 * @param stream which of several interleaved writers (pod, container, compose service) it came from; null where the
 *     source has one only
 * @param format id of the format that read the header, {@code plain} where none did
 * @param time when, null where the record has none
 * @param level how severe, by header, field or syslog priority
 * @param logger logger, component or program
 * @param message the text without header and envelope; of several lines, the first
 * @param continuation the further lines that belong to it, envelope removed, in order
 * @param fields what else header and structured body name (thread, pod, request_id, trace_id, status, ...)
 * @param stackTrace the trace found in the message, continuation or a field
 */
public record LogRecord(
        LineRef lines,
        @Nullable RedactedText stream,
        String format,
        @Nullable Instant time,
        Level level,
        @Nullable RedactedText logger,
        RedactedText message,
        List<RedactedText> continuation,
        Map<String, RedactedText> fields,
        @Nullable StackTrace stackTrace) {}
