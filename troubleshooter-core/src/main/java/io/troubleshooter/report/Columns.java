package io.troubleshooter.report;

/** How wide text is in a terminal, and what of it may be printed at all. */
final class Columns {

    private static final int TAB = 4;

    /** First and last code points that take two columns: East Asian wide and full-width, emoji (Unicode UAX #11). */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000,
        0x3FFFD
    };

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            columns += of(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        for (int i = 0; i < WIDE.length && WIDE[i] <= point; i += 2) {
            if (point <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** One line without control codes and without marks that reverse its direction; tabs become spaces. */
    static String printable(String text) {
        return printable(text, 0);
    }

    /** @param column where the text begins, from which tabs are counted */
    static String printable(String text, int column) {
        return isPlain(text) ? text : cleaned(text, column);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text, int column) {
        StringBuilder out = new StringBuilder(text.length());
        int at = column;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\t' || point == '\n') {
                int blanks = point == '\t' ? TAB - at % TAB : 1;
                out.append(" ".repeat(blanks));
                at += blanks;
            } else if (isPrintable(point)) {
                out.appendCodePoint(point);
                at += of(point);
            }
        }
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

    /** The longest beginning that takes at most {@code columns}. */
    static String head(String text, int columns) {
        int taken = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            taken += of(point);
            if (taken > columns) {
                return text.substring(0, i);
            }
            i += Character.charCount(point);
        }
        return text;
    }

    /** The longest end that takes at most {@code columns}. */
    static String tail(String text, int columns) {
        int taken = 0;
        for (int i = text.length(); i > 0; ) {
            int point = text.codePointBefore(i);
            taken += of(point);
            if (taken > columns) {
                return text.substring(i);
            }
            i -= Character.charCount(point);
        }
        return text;
    }

    /** The text, or its beginning and {@code ...} where it takes more than {@code columns}. */
    static String cut(String text, int columns) {
        return of(text) <= columns ? text : head(text, Math.max(0, columns - 3)).stripTrailing() + "...";
    }
}
