package io.troubleshooter.eval;

/** Text in which every run of white space is one blank, and none is at its ends. */
final class Squeezed {

    private Squeezed() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                blank = true;
            } else {
                if (blank && out.length() > 0) {
                    out.append(' ');
                }
                out.append(c);
                blank = false;
            }
        }
        return out.toString();
    }
}
