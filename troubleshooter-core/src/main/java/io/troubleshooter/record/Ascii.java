package io.troubleshooter.record;

import java.nio.charset.StandardCharsets;

/** Byte classes and searches within a line. Bytes above 127 count as letters of a word. */
final class Ascii {

    private static final int DIGIT = 1;
    private static final int LETTER = 2;
    private static final int UPPER = 4;
    private static final int BLANK = 8;
    private static final int NAME = 16;
    private static final byte[] CLASS = classes();

    private Ascii() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 256; c++) {
            int bits = 0;
            bits |= c >= '0' && c <= '9' ? DIGIT : 0;
            bits |= c >= 'A' && c <= 'Z' ? LETTER | UPPER : 0;
            bits |= c >= 'a' && c <= 'z' ? LETTER : 0;
            bits |= c == ' ' || c == '\t' ? BLANK : 0;
            boolean name = (bits & (DIGIT | LETTER)) != 0 || c == '_' || c == '.' || c == '$' || c == '-' || c == '/';
            bits |= name || c == '@' || c == '#' || c >= 128 ? NAME : 0;
            classes[c] = (byte) bits;
        }
        return classes;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean isDigit(byte b) {
        return (CLASS[b & 0xff] & DIGIT) != 0;
    }

    static boolean isLetter(byte b) {
        return (CLASS[b & 0xff] & LETTER) != 0;
    }

    static boolean isUpper(byte b) {
        return (CLASS[b & 0xff] & UPPER) != 0;
    }

    static boolean isBlank(byte b) {
        return (CLASS[b & 0xff] & BLANK) != 0;
    }

    static boolean isAlphanumeric(byte b) {
        return (CLASS[b & 0xff] & (DIGIT | LETTER)) != 0;
    }

    /** Whether the byte may stand in the name of a logger, class, module, file or program. */
    static boolean isName(byte b) {
        return (CLASS[b & 0xff] & NAME) != 0;
    }

    static int lower(byte b) {
        return isUpper(b) ? b | 0x20 : b;
    }

    static int skipBlanks(byte[] b, int at, int end) {
        int i = at;
        while (i < end && isBlank(b[i])) {
            i++;
        }
        return i;
    }

    static int skipDigits(byte[] b, int at, int end) {
        int i = at;
        while (i < end && isDigit(b[i])) {
            i++;
        }
        return i;
    }

    static int skipWord(byte[] b, int at, int end) {
        int i = at;
        while (i < end && !isBlank(b[i])) {
            i++;
        }
        return i;
    }

    static int skipName(byte[] b, int at, int end) {
        int i = at;
        while (i < end && isName(b[i])) {
            i++;
        }
        return i;
    }

    /** The end without the blanks before it. */
    static int trimEnd(byte[] b, int from, int end) {
        int i = end;
        while (i > from && isBlank(b[i - 1])) {
            i--;
        }
        return i;
    }

    static int indexOf(byte[] b, int wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (b[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    static int indexOf(byte[] b, byte[] wanted, int from, int end) {
        for (int i = from; i <= end - wanted.length; i++) {
            if (b[i] == wanted[0] && startsWith(b, i, end, wanted)) {
                return i;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] b, int at, int end, byte[] prefix) {
        if (at < 0 || end - at < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (b[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean equalTo(byte[] b, int at, int end, byte[] other) {
        return end - at == other.length && startsWith(b, at, end, other);
    }

    /** The end of the bracketed text that opens at {@code at}, after its closing bracket; -1 where it stays open. */
    static int closing(byte[] b, int at, int end, int close) {
        int depth = 0;
        for (int i = at; i < end; i++) {
            if (b[i] == b[at]) {
                depth++;
            } else if (b[i] == close && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
