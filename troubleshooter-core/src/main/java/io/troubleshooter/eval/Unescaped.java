package io.troubleshooter.eval;

/** Text with the escapes of JSON strings, and the commonest of HTML, undone; what is no escape stays. */
final class Unescaped {

    private Unescaped() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length();
            i += escape ? escaped(text, i + 1, out) : plain(c, out);
        }
        return out.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static int plain(char c, StringBuilder out) {
        out.append(c);
        return 1;
    }

    /** Appends what the escape that goes on at {@code at} stands for; returns its length. */
    private static int escaped(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case 'n', 't', 'r', 'f', 'b' -> out.append(' ');
            case '"', '\\', '/' -> out.append(c);
            case 'u' -> {
                return unicode(text, at, out);
            }
            default -> out.append('\\').append(c);
        }
        return 2;
    }

    private static int unicode(String text, int at, StringBuilder out) {
        int value = 0;
        for (int i = at + 1; i <= at + 4; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                out.append("\\u");
                return 2;
            }
            value = value * 16 + digit;
        }
        out.append((char) value);
        return 6;
    }
}
