package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line carries once its envelopes are off.
 *
 * @param text the line as its program wrote it; holds {@code \n} where an envelope packs several lines into one
 * @param stream the writer, where the envelope names one ({@code pod/container}, compose service, ...)
 * @param time the envelope's time as printed, null where it has none
 * @param partial whether the program's line goes on in the next line of the same stream (CRI {@code P}, docker at 16 KB)
 * @param fields what else the envelope says (pod, container, host, unit, job, step, level, ...)
 */
public record Payload(
        RedactedText text,
        @Nullable RedactedText stream,
        @Nullable RedactedText time,
        boolean partial,
        Map<String, RedactedText> fields) {

    /** A line without an envelope. */
    public static Payload bare(RedactedText text) {
        return new Payload(text, null, null, false, Map.of());
    }
}
