package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;
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

    /** This payload line by line, where an envelope packs several into one; all of them share what it says. */
    public List<Payload> lines() {
        int end = lineEnd(0);
        if (end == text.length()) {
            return List.of(this);
        }
        List<Payload> lines = new ArrayList<>();
        int start = 0;
        for (; end < text.length(); end = lineEnd(start)) {
            lines.add(with(text.slice(start, end), false));
            start = end + 1;
        }
        lines.add(with(text.slice(start, end), partial));
        return lines;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < text.length() && text.byteAt(at) != '\n') {
            at++;
        }
        return at;
    }

    private Payload with(RedactedText line, boolean goesOn) {
        return new Payload(line, stream, time, goesOn, fields);
    }
}
