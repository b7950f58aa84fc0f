package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record kept as evidence: what may be cited.
 *
 * @param lines where it stands
 * @param time its time, null where it has none
 * @param text its lines as the user would see them, redacted, joined by line breaks
 * @param highlight the bytes of {@code text} that matter most, null where none stand out
 */
public record Exemplar(
        LineRef lines,
        @Nullable Instant time,
        Level level,
        RedactedText text,
        @Nullable Span highlight) {}
