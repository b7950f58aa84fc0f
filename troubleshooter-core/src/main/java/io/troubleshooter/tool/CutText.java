package io.troubleshooter.tool;

import io.troubleshooter.redact.RedactedText;

/** The beginning of a text. */
final class CutText {

    private CutText() {}

    /** At most {@code max} bytes, no character halved. */
    static RedactedText at(RedactedText text, int max) {
        int end = Math.min(text.length(), Math.max(0, max));
        while (end > 0 && end < text.length() && (text.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return text.slice(0, end);
    }

    /** As many whole lines as fit into {@code max} bytes; of a single line that does not fit, its beginning. */
    static RedactedText atLine(RedactedText text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max);
        while (end > 0 && text.byteAt(end) != '\n') {
            end--;
        }
        return end == 0 ? at(text, max) : text.slice(0, end);
    }
}
