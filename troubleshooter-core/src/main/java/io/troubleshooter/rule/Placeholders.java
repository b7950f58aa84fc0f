package io.troubleshooter.rule;

/**
 * Makes placeholders look like words. A regex written for {@code ip-10-0-3-4} or {@code db:5432} does not expect {@code
 * ip-<ip:1>}; with the marks of the placeholder as letters it matches, and all offsets stay.
 */
final class Placeholders {

    private Placeholders() {}

    /** The same instance where the text has no placeholder. */
    static String asWords(String text) {
        char[] out = null;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            int colon = skip(text, open + 1, true);
            int close = colon > open + 1 && charAt(text, colon) == ':' ? skip(text, colon + 1, false) : -1;
            if (close > colon + 1 && charAt(text, close) == '>') {
                out = out == null ? text.toCharArray() : out;
                out[open] = 'x';
                out[colon] = 'x';
                out[close] = 'x';
            }
        }
        return out == null ? text : new String(out);
    }

    private static int skip(String text, int from, boolean letters) {
        int at = from;
        while (at < text.length() && at - from < 40 && (letters ? isKind(text.charAt(at)) : isDigit(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isKind(char c) {
        return (c >= 'a' && c <= 'z') || c == '-' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
