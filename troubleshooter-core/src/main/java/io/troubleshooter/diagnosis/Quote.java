package io.troubleshooter.diagnosis;

import io.troubleshooter.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model says stands in the lines. Taken off: quotation marks around it, dots at its ends that stand for what was
 * left out, and the line references that the lines had in the prompt. Dots inside may stand for something left out.
 */
final class Quote {

    private static final int MAX_PARTS = 5;
    private static final int LEAST_LETTERS = 3;
    private static final String DOTS = "...";
    private static final String MARKS = "\"'`";

    /** Words that stand in any log and prove nothing by themselves. */
    private static final Set<String> EMPTY = Set.of(
            "error",
            "err",
            "errors",
            "warn",
            "warning",
            "info",
            "debug",
            "trace",
            "fatal",
            "critical",
            "severe",
            "notice",
            "the",
            "and",
            "for",
            "failed",
            "log",
            "exception",
            "line",
            "null",
            "true",
            "false");

    private final String text;
    private final boolean openStart;
    private final boolean openEnd;

    private Quote(String text, boolean openStart, boolean openEnd) {
        this.text = text;
        this.openStart = openStart;
        this.openEnd = openEnd;
    }

    /** Ways to read it: as it stands, and without the references of its source in front of its lines. */
    static List<Quote> readings(String written, String source) {
        List<Quote> readings = new ArrayList<>();
        readings.add(trimmed(NormalText.of(written)));
        String bare = withoutReferences(written, source);
        if (!bare.equals(written)) {
            readings.add(trimmed(NormalText.of(bare)));
        }
        return readings;
    }

    private static String withoutReferences(String written, String source) {
        StringBuilder bare = new StringBuilder(written.length());
        int end;
        for (int start = 0; start < written.length(); start = end) {
            int lineBreak = written.indexOf('\n', start);
            end = lineBreak < 0 ? written.length() : lineBreak + 1;
            bare.append(written, afterReference(written, start, end, source), end);
        }
        return bare.toString();
    }

    /** Where the line goes on after {@code S1:12 }; its start where it has no such thing. */
    private static int afterReference(String text, int start, int end, String source) {
        int at = start;
        while (at < end && (text.charAt(at) == ' ' || MARKS.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (!text.startsWith(source + ":", at)) {
            return start;
        }
        int digits = at + source.length() + 1;
        at = digits;
        while (at < end && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return at > digits && at < end && " :|\t".indexOf(text.charAt(at)) >= 0 ? at + 1 : start;
    }

    private static Quote trimmed(String text) {
        int from = 0;
        int to = text.length();
        boolean openStart = false;
        boolean openEnd = false;
        for (int before = -1; before != to - from; ) {
            before = to - from;
            if (text.startsWith(DOTS, from) && to - from >= DOTS.length()) {
                from += DOTS.length();
                openStart = true;
            }
            if (to - from >= DOTS.length() && text.startsWith(DOTS, to - DOTS.length())) {
                to -= DOTS.length();
                openEnd = true;
            }
            if (to - from >= 2 && MARKS.indexOf(text.charAt(from)) >= 0 && text.charAt(from) == text.charAt(to - 1)) {
                from++;
                to--;
            }
            while (from < to && text.charAt(from) == ' ') {
                from++;
            }
            while (from < to && text.charAt(to - 1) == ' ') {
                to--;
            }
        }
        return new Quote(text.substring(from, to), openStart, openEnd);
    }

    /** Whether it states anything besides placeholders, marks and words that stand in every log. */
    boolean says() {
        return says(text);
    }

    private static boolean says(String text) {
        int telling = 0;
        int start = -1;
        String rest = Evidence.withoutPlaceholders(text);
        for (int i = 0; i <= rest.length(); i++) {
            boolean word = i < rest.length() && Character.isLetterOrDigit(rest.charAt(i));
            if (word && start < 0) {
                start = i;
            } else if (!word && start >= 0) {
                telling += isEmpty(rest, start, i) ? 0 : i - start;
                start = -1;
            }
        }
        return telling >= LEAST_LETTERS;
    }

    private static boolean isEmpty(String text, int start, int end) {
        return end - start <= 9 && EMPTY.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** The characters of {@code lines} that it stands for, from {@code from} on; null where it does not stand there. */
    @Nullable
    Span find(NormalText lines, int from) {
        Span whole = findWhole(lines, from);
        return whole != null || !text.contains(DOTS) ? whole : findParts(lines, from);
    }

    /** As {@link #find}, with nothing left out inside. */
    @Nullable
    Span findWhole(NormalText lines, int from) {
        return find(lines, text, from, openStart, openEnd);
    }

    private @Nullable Span findParts(NormalText lines, int from) {
        String[] parts = text.split("\\.\\.\\.", MAX_PARTS + 1);
        if (parts.length > MAX_PARTS) {
            return null;
        }
        int start = -1;
        int at = from;
        for (int p = 0; p < parts.length; p++) {
            String part = parts[p].strip();
            Span found = says(part) ? find(lines, part, at, p > 0 || openStart, p < parts.length - 1 || openEnd) : null;
            if (found == null) {
                return null;
            }
            start = start < 0 ? found.start() : start;
            at = found.end();
        }
        return new Span(start, at);
    }

    private static @Nullable Span find(NormalText lines, String wanted, int from, boolean openStart, boolean openEnd) {
        if (wanted.isEmpty() || wanted.length() > lines.length()) {
            return null;
        }
        int at = lines.find(wanted, from);
        while (at >= 0) {
            int end = at + wanted.length();
            if ((openStart || !cutsNumber(lines, at)) && (openEnd || !cutsNumber(lines, end))) {
                return new Span(at, end);
            }
            at = lines.find(wanted, end);
        }
        return null;
    }

    /** Whether the characters before and at an index belong to one number, so that half of it would say another one. */
    private static boolean cutsNumber(NormalText lines, int index) {
        if (index == 0 || index >= lines.length()) {
            return false;
        }
        char before = lines.charAt(index - 1);
        char after = lines.charAt(index);
        boolean point = before == '.' && index > 1 && Character.isDigit(lines.charAt(index - 2));
        return Character.isDigit(after) && (Character.isDigit(before) || point)
                || Character.isDigit(before)
                        && after == '.'
                        && index + 1 < lines.length()
                        && Character.isDigit(lines.charAt(index + 1));
    }
}
