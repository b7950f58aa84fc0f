package io.troubleshooter.eval;

/** Text of cases and answers that may be shown: one line, without control codes and marks that reverse its direction. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
                case Character.FORMAT, Character.SURROGATE -> out.append("");
                default -> out.appendCodePoint(point);
            }
        });
        return out.toString();
    }
}
