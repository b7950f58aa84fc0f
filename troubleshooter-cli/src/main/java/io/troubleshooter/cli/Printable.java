package io.troubleshooter.cli;

/** Text for stderr: file names and settings may hold control codes as well. */
final class Printable {

    private static final int LONGEST = 500;

    private Printable() {}

    static String line(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }
}
