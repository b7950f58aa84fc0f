package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes an error message apart as its software put it together, {@code reporter: failing action: object: reason}, and
 * finds the segment that says most about why: an error text usually ends in its reason, unless the last words are empty
 * ones such as {@code exit status 1}.
 *
 * @param reason the telling segment
 * @param action what was being done when it failed; empty where the message does not say
 */
record MessageParts(String reason, String action) {

    private static final int MAX = 160;

    private static final List<String> EMPTY_WORDS = List.of(
            "unknown",
            "eof",
            "nil",
            "null",
            "internal error",
            "internal server error",
            "see log",
            "error",
            "failed",
            "failure",
            "an error occurred",
            "exit status",
            "exit code",
            "exited with",
            "no further information");

    private static final List<String> ACTIONS =
            List.of("failed to", "could not", "unable to", "cannot", "can't", "error while", "failed", "error");

    static MessageParts of(String message) {
        List<String> segments = segments(message.strip());
        int telling = segments.size() - 1;
        while (telling > 0 && isEmpty(segments.get(telling))) {
            telling--;
        }
        String reason = segments.get(telling);
        for (int i = telling - 1; i >= 0; i--) {
            if (isAction(segments.get(i))) {
                return new MessageParts(shortened(reason), shortened(segments.get(i)));
            }
        }
        return new MessageParts(shortened(reason), "");
    }

    /** Splits on a colon and a blank, but not inside quotes and brackets, where colons belong to values. */
    private static List<String> segments(String message) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            quoted ^= c == '"';
            boolean divides = c == ':' && !quoted && i + 1 < message.length() && message.charAt(i + 1) == ' ';
            if (divides && i > start) {
                segments.add(message.substring(start, i).strip());
                start = i + 2;
            }
        }
        if (start < message.length() || segments.isEmpty()) {
            segments.add(message.substring(start).strip());
        }
        return segments;
    }

    private static boolean isEmpty(String segment) {
        String text = segment.toLowerCase(Locale.ROOT);
        return text.length() < 3
                || EMPTY_WORDS.stream().anyMatch(w -> text.startsWith(w) && text.length() < w.length() + 6);
    }

    private static boolean isAction(String segment) {
        String text = segment.toLowerCase(Locale.ROOT);
        return text.length() > 8 && ACTIONS.stream().anyMatch(text::contains);
    }

    static String shortened(String text) {
        return text.length() <= MAX ? text : text.substring(0, MAX - 3) + "...";
    }

    /** A title of the form {@code action: reason}. */
    String title() {
        String title = action.isEmpty() || reason.startsWith(action) ? reason : action + ": " + reason;
        return title.isEmpty()
                ? "An error without a text"
                : Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
}
