package io.troubleshooter.diagnosis;

import java.util.List;
import java.util.Locale;

/**
 * Whether a line without a level speaks of a failure. A word that is part of a name, {@code shop-errors} or {@code
 * error_count}, or that is counted as none, {@code 0 errors} or {@code failed=0}, does not tell of one.
 */
final class FailureWords {

    private static final List<String> WORDS = List.of(
            "error",
            "errors",
            "fail",
            "fails",
            "failed",
            "failure",
            "failures",
            "fatal",
            "exception",
            "panic",
            "cannot",
            "could not",
            "unable to",
            "denied",
            "refused",
            "not found",
            "no such",
            "invalid",
            "aborted",
            "crash",
            "crashed",
            "killed",
            "timed out",
            "timeout");

    /** Endings of one-word names of exceptions, {@code IOException}. */
    private static final List<String> ENDINGS = List.of("error", "exception", "failure");

    private static final List<String> SEARCHES =
            List.of("checking for ", "looking for ", "scanning for ", "searching for ", "watching for ");

    private FailureWords() {}

    static boolean in(String line) {
        if (line.startsWith("\u2713") || line.startsWith("\u2714")) {
            return false;
        }
        String text = line.toLowerCase(Locale.ROOT);
        if (isSearch(text)) {
            return false;
        }
        for (String word : WORDS) {
            if (tells(text, word)) {
                return true;
            }
        }
        return false;
    }

    /** It says what is looked for, and not that it was found. */
    private static boolean isSearch(String text) {
        int start = text.startsWith("remote: ") ? "remote: ".length() : 0;
        for (String search : SEARCHES) {
            if (text.startsWith(search, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean whole = isEdge(text, at - 1) || ENDINGS.contains(word) && Character.isLetter(text.charAt(at - 1));
            if (whole && endsThere(text, end) && !isNone(text, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsThere(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        boolean joins = "_-.=/".indexOf(next) >= 0 && end + 1 < text.length() && isWord(text.charAt(end + 1));
        return !isWord(next) && !joins;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || !isWord(text.charAt(at)) && "_-./".indexOf(text.charAt(at)) < 0;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Counted as none, before or after the word. */
    private static boolean isNone(String text, int at, int end) {
        String before = text.substring(Math.max(0, at - 8), at).strip();
        String after = text.substring(end, Math.min(text.length(), end + 6)).replaceAll("[\"':= s()]", "");
        return before.endsWith(" 0")
                || before.equals("0")
                || before.endsWith("no") && isEdge(before, before.length() - 3)
                || after.equals("0")
                || after.startsWith("0,");
    }
}
