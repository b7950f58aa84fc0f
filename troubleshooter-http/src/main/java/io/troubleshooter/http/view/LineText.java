package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;

/** Text of lines, cut where it is longer than anybody reads. */
final class LineText {

    /** Bytes of a line in a list. */
    static final int SHORT = 2_000;

    private LineText() {}

    /** The lines, at most {@code max} bytes of them; empty where they were not kept. */
    static String shown(Evidence evidence, LineRef lines, int max) {
        RedactedText text = evidence.text(lines);
        return text == null ? "" : cut(text, max).toString();
    }

    /** The beginning, without half a character. */
    static RedactedText cut(RedactedText text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max;
        while (end > 0 && (text.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return text.slice(0, end);
    }
}
