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
 * @param action what was being done when it failed, or what it was about; empty where the message does not say
 */
record MessageParts(String reason, String action) {

    private static final int MAX = 160;

    /** A reason shorter than this says little without what stands before it. */
    private static final int SHORT = 28;

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

    private static final List<String> BARE_ENDINGS = List.of(" failed", " failed.", " failure", " has failed");

    private static final List<String> ACTIONS =
            List.of("failed to", "could not", "unable to", "cannot", "can't", "error while", "failed", "error");

    static MessageParts of(String message) {
        List<String> segments = segments(message.strip());
        return of(segments, telling(segments));
    }

    private static int telling(List<String> segments) {
        int telling = segments.size() - 1;
        while (telling > 0 && isEmpty(segments.get(telling))) {
            telling--;
        }
        return telling;
    }

    /** Whether a message says no more than that something failed: {@code step 2 of 4: failed}, {@code job x failed}. */
    static boolean isBare(String message) {
        List<String> segments = segments(message.strip());
        int telling = telling(segments);
        String reason = segments.get(telling).toLowerCase(Locale.ROOT);
        boolean last = telling == segments.size() - 1;
        return last ? BARE_ENDINGS.stream().anyMatch(reason::endsWith) : !tellsOfFailure(segments, telling);
    }

    /** Whether one of the parts, up to the telling one, says that something failed; a mere level does not. */
    private static boolean tellsOfFailure(List<String> segments, int telling) {
        for (String segment : segments.subList(0, telling + 1)) {
            if (segment.indexOf(' ') > 0 && FailureWords.in(segment)) {
                return true;
            }
        }
        return FailureWords.in(segments.get(telling));
    }

    /** The parts of a message of which it is known which words tell the reason. */
    static MessageParts around(String message, String words) {
        List<String> segments = segments(message.strip());
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).contains(words)) {
                return of(segments, i);
            }
        }
        return of(message);
    }

    private static MessageParts of(List<String> segments, int telling) {
        String reason = segments.get(telling);
        for (int i = telling - 1; i >= 0; i--) {
            if (isAction(segments.get(i))) {
                return new MessageParts(shortened(reason), shortened(segments.get(i)));
            }
        }
        String object = telling > 0 && reason.length() < SHORT ? segments.get(telling - 1) : "";
        return new MessageParts(shortened(reason), shortened(object));
    }

    /** Splits on a colon and a blank, but not inside quotes and brackets, where colons belong to values. */
    private static List<String> segments(String message) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            quoted ^= c == '"';
            depth = Math.max(0, depth + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
            boolean inside = quoted || depth > 0;
            boolean divides = c == ':' && !inside && i + 1 < message.length() && message.charAt(i + 1) == ' ';
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
