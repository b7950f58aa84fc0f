package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a record that not every reader asks for, kept as offsets until one does. */
final class RecordDetails {

    private final @Nullable RedactedText line;
    private final @Nullable Spans spans;
    private final Map<String, RedactedText> envelope;
    private final boolean hasTime;
    private final long second;
    private final int nano;
    private final int loggerFrom;
    private final int loggerTo;
    private final boolean escaped;

    private @Nullable RedactedText logger;
    private @Nullable Map<String, RedactedText> fields;
    private @Nullable StackTrace stackTrace;
    private boolean traced;

    private RecordDetails(
            @Nullable RedactedText line, @Nullable HeaderMatch match, Map<String, RedactedText> envelope) {
        this.line = line;
        this.envelope = envelope;
        this.spans = match == null ? null : match.spans();
        this.hasTime = match != null && match.hasTime;
        this.second = match == null ? 0 : match.second;
        this.nano = match == null ? 0 : match.nano;
        this.loggerFrom = match == null ? 0 : match.loggerFrom;
        this.loggerTo = match == null ? 0 : match.loggerTo;
        this.escaped = match != null && match.escaped;
    }

    private RecordDetails(@Nullable Instant time) {
        line = null;
        envelope = Map.of();
        spans = null;
        hasTime = time != null;
        second = time == null ? 0 : time.getEpochSecond();
        nano = time == null ? 0 : time.getNano();
        loggerFrom = 0;
        loggerTo = 0;
        escaped = false;
        traced = true;
    }

    /** Of a line whose header is {@code match}; the match may be reused afterwards. */
    static RecordDetails of(RedactedText line, HeaderMatch match, Map<String, RedactedText> envelope) {
        return new RecordDetails(line, match, envelope);
    }

    /** Of a line without a header. */
    static RecordDetails none(Map<String, RedactedText> envelope) {
        return new RecordDetails(null, null, envelope);
    }

    static RecordDetails known(
            @Nullable Instant time,
            @Nullable RedactedText logger,
            Map<String, RedactedText> fields,
            @Nullable StackTrace stackTrace) {
        RecordDetails details = new RecordDetails(time);
        details.logger = logger;
        details.fields = fields;
        details.stackTrace = stackTrace;
        return details;
    }

    /** The first line with its header; null where it has none. */
    @Nullable
    RedactedText line() {
        return line;
    }

    @Nullable
    Instant time() {
        return hasTime ? Instant.ofEpochSecond(second, nano) : null;
    }

    @Nullable
    RedactedText logger() {
        if (logger == null && line != null && loggerTo > loggerFrom) {
            logger = line.slice(loggerFrom, loggerTo);
        }
        return logger;
    }

    Map<String, RedactedText> fields(RedactedText message) {
        Map<String, RedactedText> known = fields;
        if (known == null) {
            Map<String, RedactedText> all = readFields();
            KnownPairs.addTo(all, message);
            known = Collections.unmodifiableMap(all);
            fields = known;
        }
        return known;
    }

    private Map<String, RedactedText> readFields() {
        Map<String, RedactedText> all = new LinkedHashMap<>(envelope);
        if (line == null || spans == null) {
            return all;
        }
        for (int i = 0; i < spans.size(); i++) {
            RedactedText value = line.slice(spans.from(i), spans.to(i));
            all.putIfAbsent(spans.names()[i], escaped ? JsonText.unescape(value) : value);
        }
        return all;
    }

    @Nullable
    StackTrace stackTrace(LogRecord record) {
        if (!traced) {
            stackTrace = StackTraces.find(record);
            traced = true;
        }
        return stackTrace;
    }
}
