package io.troubleshooter.tool;

/** What a tool gave, as plain text that can be redacted, cut and numbered. */
final class OutputText {

    private OutputText() {}

    /** Without what does not show: control codes and format characters; every kind of line break is {@code \n}. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                clean.append('\n');
            } else if (shows(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().stripTrailing();
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
