package io.troubleshooter.diagnosis;

import io.troubleshooter.redact.RedactedText;

/** Steps through valid UTF-8 by characters. */
final class Utf8 {

    private Utf8() {}

    /** Offset of the character after the one that begins at {@code at}. */
    static int next(RedactedText text, int at) {
        int next = at + 1;
        while (next < text.length() && isInside(text, next)) {
            next++;
        }
        return next;
    }

    /** Whether the byte at this offset goes on with a character begun before. */
    static boolean isInside(RedactedText text, int at) {
        return (text.byteAt(at) & 0xc0) == 0x80;
    }

    static int codePoint(RedactedText text, int at, int end) {
        int first = text.byteAt(at) & 0xff;
        int point = first < 0x80 ? first : first & (0x7f >> (end - at));
        for (int i = at + 1; i < end; i++) {
            point = point << 6 | text.byteAt(i) & 0x3f;
        }
        return Character.isValidCodePoint(point) ? point : 0xfffd;
    }
}
