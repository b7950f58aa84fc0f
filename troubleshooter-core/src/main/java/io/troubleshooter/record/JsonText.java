package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the escapes out of the text of a JSON string. Only what can be had from the redacted bytes themselves is
 * resolved, so that nothing new can appear: quotes, slashes, line breaks and tabs (as a blank); escapes by number stay
 * as they are.
 */
final class JsonText {

    private JsonText() {}

    static RedactedText unescape(RedactedText text) {
        int escape = next(text, 0);
        if (escape < 0) {
            return text;
        }
        RedactedJoiner joiner = text.joiner();
        int from = 0;
        while (escape >= 0) {
            joiner.append(text.slice(from, escape));
            from = append(joiner, text, escape);
            escape = next(text, from);
        }
        return joiner.append(text.slice(from, text.length())).join();
    }

    private static int append(RedactedJoiner joiner, RedactedText text, int escape) {
        switch (text.byteAt(escape + 1)) {
            case 'n' -> joiner.append(RedactedJoiner.Mark.NEWLINE);
            case 't' -> joiner.append(RedactedJoiner.Mark.SPACE);
            case 'r' -> {}
            case '"', '\\', '/' -> joiner.append(text.slice(escape + 1, escape + 2));
            default -> joiner.append(text.slice(escape, escape + 2));
        }
        return escape + 2;
    }

    // A backslash at the very end escapes nothing.
    private static int next(RedactedText text, int from) {
        for (int i = from; i < text.length() - 1; i++) {
            if (text.byteAt(i) == '\\') {
                return i;
            }
        }
        return -1;
    }

    /** The lines of a string value that holds several. */
    static List<RedactedText> lines(RedactedText text) {
        return split(unescape(text));
    }

    /** The lines of a text that holds several. */
    static List<RedactedText> split(RedactedText plain) {
        List<RedactedText> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < plain.length(); i++) {
            if (plain.byteAt(i) == '\n') {
                lines.add(plain.slice(from, i));
                from = i + 1;
            }
        }
        if (from < plain.length()) {
            lines.add(plain.slice(from, plain.length()));
        }
        return lines;
    }
}
