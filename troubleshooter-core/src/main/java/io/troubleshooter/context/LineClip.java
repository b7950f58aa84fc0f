package io.troubleshooter.context;

import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;

/** Cuts long lines: the beginning, which has time and place, and the words around the first sign of failure stay. */
final class LineClip {

    private static final int MAX = 320;
    private static final int HEAD = 110;
    private static final int BEFORE = 60;
    private static final int SEARCHED = 20_000;

    private LineClip() {}

    static RedactedText of(RedactedText line) {
        if (line.length() <= MAX) {
            return line;
        }
        int tells = failure(line);
        if (tells < MAX - BEFORE) {
            return cut(line, 0, MAX)
                    .joiner()
                    .append(cut(line, 0, MAX))
                    .append(Mark.ELLIPSIS)
                    .join();
        }
        RedactedText head = cut(line, 0, HEAD);
        RedactedText middle = cut(line, tells - BEFORE, tells - BEFORE + MAX - HEAD);
        boolean more = tells - BEFORE + MAX - HEAD < line.length();
        var joiner = head.joiner().append(head).append(Mark.ELLIPSIS).append(middle);
        return (more ? joiner.append(Mark.ELLIPSIS) : joiner).join();
    }

    /** Byte offset of the first word beyond the head that speaks of a failure; 0 where none does. */
    private static int failure(RedactedText line) {
        RedactedText rest = cut(line, HEAD, SEARCHED);
        String text = rest.toString();
        int at = TellingWords.firstFailure(text);
        return at < 0
                ? 0
                : HEAD + text.substring(0, Math.min(at, text.length())).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The part between the offsets, moved so that no character is cut. */
    private static RedactedText cut(RedactedText line, int from, int to) {
        return line.slice(boundary(line, Math.max(0, from)), boundary(line, Math.min(to, line.length())));
    }

    private static int boundary(RedactedText line, int at) {
        int boundary = at;
        while (boundary > 0 && boundary < line.length() && (line.byteAt(boundary) & 0xc0) == 0x80) {
            boundary--;
        }
        return boundary;
    }
}
