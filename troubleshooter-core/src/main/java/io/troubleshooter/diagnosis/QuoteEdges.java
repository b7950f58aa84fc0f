package io.troubleshooter.diagnosis;

import io.troubleshooter.redact.RedactedText;

/** Where a quote begins and ends when it is shown: never within a word, never too long. */
final class QuoteEdges {

    private static final int MAX_WORD = 40;
    private static final int MAX_QUOTE = 1_000;

    private QuoteEdges() {}

    /** The start of the word that the character at {@code at} belongs to. */
    static int start(NormalText text, int at) {
        int start = at;
        while (start > 0 && at - start < MAX_WORD && isWord(text, start - 1) && isWord(text, start)) {
            start--;
        }
        return start;
    }

    /** The end of the word that the character before {@code at} belongs to. */
    static int end(NormalText text, int at) {
        int end = at;
        while (end < text.length() && end - at < MAX_WORD && isWord(text, end) && isWord(text, end - 1)) {
            end++;
        }
        return end;
    }

    private static boolean isWord(NormalText text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_';
    }

    static RedactedText clipped(RedactedText text) {
        int end = Math.min(text.length(), MAX_QUOTE);
        while (end > 0 && end < text.length() && Utf8.isInside(text, end)) {
            end--;
        }
        return text.slice(0, end);
    }
}
