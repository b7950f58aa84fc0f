package io.troubleshooter.conversation;

/** What a model or a log wrote, as text that can do nothing to a terminal or a page. */
final class PlainWords {

    private static final int LONGEST = 500;

    private PlainWords() {}

    /** One line of a log, cut where it is very long. */
    static String line(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }

    /** Text of any length without control and format characters, line breaks aside. */
    static String paragraph(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\n' || !(Character.isISOControl(point) || isFormat(point)))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isFormat(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** Outside of code, what would be a link, a picture, a table or HTML stands as it was written. */
    static String markdown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            code ^= c == '`';
            out.append(!code && "<[]|!\\".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
    }
}
