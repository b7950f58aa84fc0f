package io.troubleshooter.context;

import io.troubleshooter.redact.RedactedText;

/** A line without its numbers: lines that differ in nothing else say the same. */
final class SameWords {

    private SameWords() {}

    static String of(RedactedText line) {
        String text = line.toString();
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hex = (c >= '0' && c <= '9') || ((c >= 'a' && c <= 'f') && nextToDigit(text, i));
            if (!hex) {
                words.append(c);
            } else if (words.length() == 0 || words.charAt(words.length() - 1) != '0') {
                words.append('0');
            }
        }
        return words.toString();
    }

    private static boolean nextToDigit(String text, int at) {
        return (at > 0 && Character.isDigit(text.charAt(at - 1)))
                || (at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)));
    }
}
