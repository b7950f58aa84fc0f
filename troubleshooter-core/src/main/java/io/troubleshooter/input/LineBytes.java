package io.troubleshooter.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Loops over the bytes of lines. */
final class LineBytes {

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long SEVENS = 0x7f7f7f7f7f7f7f7fL;
    private static final long LINE_ENDS = '\n' * ONES;
    /** How far before a cut a blank is looked for. */
    private static final int CUT_BACK = 1024;

    private static final int TIME_WITHIN = 24;

    private LineBytes() {}

    /** Offset after the last line end from {@code from} to before {@code to}; -1 if there is none. */
    static int afterLastLineEnd(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Offset after the first line end from {@code from} to before {@code to}; -1 if there is none. */
    static int afterLineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Number of line ends, eight bytes at a time: in a word xored with line ends, those bytes are zero. */
    static int countLineEnds(byte[] bytes, int length) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            long x = words.getLong(i) ^ LINE_ENDS;
            long zeroes = ~((x & SEVENS) + SEVENS | x | SEVENS) & HIGHS;
            count += Long.bitCount(zeroes);
        }
        for (; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /**
     * Where to cut a line that is too long: at a blank if one is near, since half a secret is harder to recognise than a
     * whole one, else between two characters.
     */
    static int cutBefore(byte[] bytes, int from, int limit) {
        for (int i = limit; i > from && i > limit - CUT_BACK; i--) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        int cut = limit;
        while (cut > from && limit - cut < 3 && (bytes[cut] & 0xc0) == 0x80) {
            cut--;
        }
        return cut > from ? cut : limit;
    }

    /**
     * Whether a line looks like the first of a record: it begins at the margin as a header does, with a number (a time,
     * mostly) near its start or as a JSON object. Lines that go on a stack trace or a listing do not.
     */
    static boolean startsRecord(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] <= ' ') {
            return false;
        }
        if (bytes[from] == '{') {
            return from + 1 < to && bytes[from + 1] == '"';
        }
        if (goesOn(bytes, from, to)) {
            return false;
        }
        int end = Math.min(to, from + TIME_WITHIN);
        for (int i = from; i < end && bytes[i] != '\n'; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(byte[] bytes, int from, int to) {
        return switch (bytes[from]) {
            case '}', ')', ']', '.', '#', '+', '|', '-', '*' -> true;
            case 'a' -> begins(bytes, from, to, "at ");
            case 'C' -> begins(bytes, from, to, "Caused by");
            case 'S' -> begins(bytes, from, to, "Suppressed");
            case 'g' -> begins(bytes, from, to, "goroutine ");
            case 'c' -> begins(bytes, from, to, "created by");
            case 'm' -> begins(bytes, from, to, "main.");
            default -> false;
        };
    }

    private static boolean begins(byte[] bytes, int from, int to, String prefix) {
        if (to - from < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
