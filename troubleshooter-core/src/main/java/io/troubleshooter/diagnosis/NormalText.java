package io.troubleshooter.diagnosis;

import io.troubleshooter.redact.RedactedText;
import java.util.Arrays;

/**
 * A text as quotes are compared: any run of white space and control characters is one space, typographic quotes and
 * dashes are plain ones, invisible characters are gone. Knows which bytes of the original each character came from.
 */
final class NormalText {

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private NormalText(int capacity) {
        chars = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static NormalText of(RedactedText text) {
        NormalText normal = new NormalText(text.length() + 4);
        int next;
        for (int at = 0; at < text.length(); at = next) {
            next = Utf8.next(text, at);
            normal.add(Utf8.codePoint(text, at, next), at, next);
        }
        return normal;
    }

    static String of(String text) {
        NormalText normal = new NormalText(text.length() + 4);
        text.codePoints().forEach(c -> normal.add(c, 0, 0));
        return new String(normal.chars, 0, normal.length).strip();
    }

    private void add(int c, int start, int end) {
        if (isSpace(c)) {
            if (length == 0 || chars[length - 1] != ' ') {
                put(' ', start, end);
            } else {
                ends[length - 1] = end;
            }
        } else if (c == '\u2026') {
            put('.', start, end);
            put('.', start, end);
            put('.', start, end);
        } else if (!isInvisible(c)) {
            addPlain(plain(c), start, end);
        }
    }

    private void addPlain(int c, int start, int end) {
        if (Character.isBmpCodePoint(c)) {
            put((char) c, start, end);
        } else {
            put(Character.highSurrogate(c), start, end);
            put(Character.lowSurrogate(c), start, end);
        }
    }

    private void put(char c, int start, int end) {
        if (length == chars.length) {
            int capacity = length * 2 + 8;
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length++] = end;
    }

    static boolean isSpace(int c) {
        return c <= ' ' || (c >= 0x7f && c <= 0xa0) || Character.isSpaceChar(c);
    }

    /** Zero-width characters, soft hyphens, variation selectors, tags: nobody sees them. */
    static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0000 && c <= 0xe01ef);
    }

    private static int plain(int c) {
        return switch (c) {
            case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032 -> '\'';
            case 0x201c, 0x201d, 0x201e, 0x201f, 0x2033 -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            default -> c;
        };
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** Offset of the first original byte of a character. */
    int byteStart(int index) {
        return starts[index];
    }

    /** Offset after the last original byte of a character. */
    int byteEnd(int index) {
        return ends[index];
    }

    /** Where {@code wanted} next begins, -1 where it does not; linear whatever both contain (Knuth, Morris, Pratt). */
    int find(String wanted, int from) {
        int[] fall = fall(wanted);
        int matched = 0;
        for (int i = from; i < length; i++) {
            while (matched > 0 && chars[i] != wanted.charAt(matched)) {
                matched = fall[matched - 1];
            }
            matched += chars[i] == wanted.charAt(matched) ? 1 : 0;
            if (matched == wanted.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    /** Per character the length of the longest proper prefix that ends there too. */
    private static int[] fall(String wanted) {
        int[] fall = new int[wanted.length()];
        int matched = 0;
        for (int i = 1; i < wanted.length(); i++) {
            while (matched > 0 && wanted.charAt(i) != wanted.charAt(matched)) {
                matched = fall[matched - 1];
            }
            matched += wanted.charAt(i) == wanted.charAt(matched) ? 1 : 0;
            fall[i] = matched;
        }
        return fall;
    }
}
