package io.troubleshooter.cli.chat;

import org.jline.utils.WCWidth;

/** Text of logs and models on its way to a terminal: nothing in it may move the cursor, set a title or turn text around. */
final class Printable {

    private static final int TAB = 4;

    private Printable() {}

    /** One line: line breaks and tabs become blanks, all other control and format characters go. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\t') {
                out.append(" ".repeat(TAB - out.length() % TAB));
            } else if (point == '\n' || point == '\r') {
                out.append(' ');
            } else if (isPrintable(point)) {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Columns that printable text takes. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                .sum();
    }

    /** The text, or its beginning and {@code ...} where it is wider. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder head = new StringBuilder();
        int left = Math.max(0, columns - 3);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            left -= Math.max(0, WCWidth.wcwidth(point));
            if (left < 0) {
                break;
            }
            head.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return head.toString().stripTrailing() + "...";
    }
}
