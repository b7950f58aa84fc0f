package io.troubleshooter.rule;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an alternative whose literals were found matches a record: its level and format, and its regex in
 * windows around the literals. Time is linear in the record: windows are at most {@value LiteralHits#PLACES} per
 * literal and bounded in size.
 */
final class Evaluation {

    /** A regex sees this many bytes to either side of its literal. */
    private static final int WINDOW = 2_048;

    /** Records up to this size are one window. */
    private static final int SHORT = 2 * WINDOW;

    private static final int MAX_CAPTURE = 300;

    private final RuleIndex index;
    private final RecordText text;
    private final LiteralHits hits;
    private @Nullable String latin;
    private @Nullable String words;

    Evaluation(RuleIndex index, RecordText text, LiteralHits hits) {
        this.index = index;
        this.text = text;
        this.hits = hits;
    }

    /** Starts with the record that {@code text} and {@code hits} hold now. */
    void begin() {
        latin = null;
        words = null;
    }

    @Nullable
    Found find(int match, LogRecord record) {
        CompiledMatch alternative = index.matches[match];
        if (!alternative.allows(record.level(), record.format())) {
            return null;
        }
        RulePattern pattern = alternative.pattern;
        return pattern == null ? literal(match) : find(match, pattern);
    }

    /** Whether one of the regexes is found around a match. */
    boolean isExcluded(Found found, RulePattern[] unless) {
        boolean whole = text.length() <= SHORT;
        int from = whole ? 0 : Math.max(0, found.from() - WINDOW);
        int to = whole ? text.length() : Math.min(text.length(), found.from() + WINDOW);
        for (RulePattern pattern : unless) {
            if (pattern.find(latin(), from, to) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Found literal(int match) {
        int first = index.firstLiteral[match];
        for (int i = 0; i < index.anchors(match); i++) {
            if (hits.has(first + i)) {
                int from = hits.place(first + i, 0);
                return new Found(from, from + index.table.length(first + i), Map.of());
            }
        }
        return null;
    }

    private @Nullable Found find(int match, RulePattern pattern) {
        if (text.length() <= SHORT) {
            return find(pattern, 0, text.length());
        }
        int first = index.firstLiteral[match];
        for (int i = 0; i < index.anchors(match); i++) {
            for (int p = 0; p < hits.places(first + i); p++) {
                int place = hits.place(first + i, p);
                Found found = find(pattern, Math.max(0, place - WINDOW), Math.min(text.length(), place + WINDOW));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** In the text as it is and, if it has placeholders, with those as words; what names more things is right. */
    private @Nullable Found find(RulePattern pattern, int from, int to) {
        Found plain = find(pattern, latin(), from, to);
        if (hasNoPlaceholders()
                || (plain != null && plain.captures().size() == pattern.names().size())) {
            return plain;
        }
        Found other = find(pattern, words(), from, to);
        boolean better = other != null
                && (plain == null || other.captures().size() > plain.captures().size());
        return better ? other : plain;
    }

    private @Nullable Found find(RulePattern pattern, String in, int from, int to) {
        Matcher matcher = pattern.find(in, from, to);
        return matcher == null ? null : new Found(matcher.start(), matcher.end(), captures(pattern, matcher));
    }

    private Map<String, RedactedText> captures(RulePattern pattern, Matcher matcher) {
        if (pattern.names().isEmpty()) {
            return Map.of();
        }
        Map<String, RedactedText> values = new LinkedHashMap<>();
        for (String name : pattern.names()) {
            int start = matcher.start(name);
            int end = matcher.end(name);
            if (start >= 0 && end > start) {
                values.put(name, text.slice(start, Math.min(end, start + MAX_CAPTURE)));
            }
        }
        return values;
    }

    private String latin() {
        String all = latin;
        if (all == null) {
            all = text.latin(0, text.length());
            latin = all;
        }
        return all;
    }

    @SuppressWarnings({"StringEquality", "ReferenceEquality"}) // the same instance says that nothing was changed
    private boolean hasNoPlaceholders() {
        return words() == latin();
    }

    private String words() {
        String all = words;
        if (all == null) {
            all = Placeholders.asWords(latin());
            words = all;
        }
        return all;
    }
}
