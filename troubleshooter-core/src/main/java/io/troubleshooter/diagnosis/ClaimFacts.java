package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a sentence can be checked against a log: numbers with their units, times, and names, which are words that no
 * plain English has: with digits or marks inside, capitals inside, or in quotation marks.
 */
final class ClaimFacts {

    /** More than this is no sentence; what comes after is taken for made up. */
    private static final int MAX_FACTS = 400;

    private static final int MAX_QUOTED = 200;
    private static final int MAX_PLACEHOLDER = 52;
    private static final String EDGE = ".,;:!?()[]{}\"'`*_-#~^|=&+$@/\\%<>";

    /** What kind of fact it is. */
    enum Kind {
        NUMBER,
        TIME,
        NAME,
        /** A name of small words joined by hyphens, which may as well be English. */
        COMPOUND,
        /** Words in quotation marks. */
        PHRASE,
        TOO_MANY
    }

    /** @param quantity of a number; null for others */
    record Fact(Kind kind, String text, @Nullable Quantity quantity) {}

    private final String claim;
    private final List<Fact> facts = new ArrayList<>();

    private ClaimFacts(String claim) {
        this.claim = claim;
    }

    static List<Fact> of(String claim) {
        ClaimFacts facts = new ClaimFacts(NormalText.of(claim));
        facts.readWords();
        facts.readPhrases();
        return facts.facts;
    }

    private void readWords() {
        int end;
        for (int start = 0; start < claim.length() && facts.size() <= MAX_FACTS; start = end + 1) {
            end = start;
            while (end < claim.length() && !isBreak(end)) {
                end++;
            }
            if (end > start) {
                readWord(start, end);
            }
        }
    }

    private boolean isBreak(int at) {
        char c = claim.charAt(at);
        boolean thousands = c == ',' && digitAt(at - 1) && digitAt(at + 1) && digitAt(at + 2) && digitAt(at + 3);
        return " \"`()[]{};=|".indexOf(c) >= 0 || (c == ',' && !thousands);
    }

    private boolean digitAt(int at) {
        return at >= 0 && at < claim.length() && isDigit(claim.charAt(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void readWord(int start, int end) {
        int placeholder = placeholder(start, end);
        if (placeholder >= 0) {
            add(Kind.NAME, claim.substring(placeholder, claim.indexOf('>', placeholder) + 1), null);
            return;
        }
        int from = start;
        int to = end;
        while (from < to && EDGE.indexOf(claim.charAt(from)) >= 0 && claim.charAt(from) != '/') {
            from++;
        }
        while (to > from && EDGE.indexOf(claim.charAt(to - 1)) >= 0 && claim.charAt(to - 1) != '%') {
            to--;
        }
        String word = withoutGenitive(claim.substring(from, to));
        if (!word.isEmpty()) {
            classify(word, from + word.length());
        }
    }

    /** Where a placeholder begins in the word, -1 where none does; looks no further than the word. */
    private int placeholder(int start, int end) {
        int open = start;
        while (open < end && claim.charAt(open) != '<') {
            open++;
        }
        int close = open;
        while (close < end && claim.charAt(close) != '>') {
            close++;
        }
        boolean closed = close < end && close - open < MAX_PLACEHOLDER;
        return closed && claim.substring(open, close).matches("<[a-z0-9-]{1,40}:\\d{1,9}") ? open : -1;
    }

    private static String withoutGenitive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private void classify(String word, int after) {
        if (isDigit(word.charAt(0))) {
            classifyNumber(word, after);
        } else if (WordShape.isJoined(word)) {
            classifyJoined(word);
        } else if (WordShape.isName(word) && !Quantity.isUnit(word)) {
            add(Kind.NAME, word, null);
        }
    }

    private void classifyNumber(String word, int after) {
        if (LogTimes.isTime(word)) {
            add(Kind.TIME, word, null);
            return;
        }
        int dash = word.indexOf('-');
        if (dash > 0 && Quantity.parse(word.substring(0, dash), "") != null) {
            Quantity to = Quantity.parse(word.substring(dash + 1), nextWord(after));
            if (to != null) {
                addNumber(word.substring(0, dash), Quantity.parse(word.substring(0, dash), ""));
                addNumber(word.substring(dash + 1), to);
                return;
            }
        }
        Quantity quantity = Quantity.parse(word, nextWord(after));
        if (quantity != null) {
            addNumber(word, quantity);
        } else if (!WordShape.isOrdinal(word)) {
            add(Kind.NAME, word, null);
        }
    }

    /** One digit without a unit counts things: how many causes, pods, steps. That is no fact of the log. */
    private void addNumber(String text, @Nullable Quantity quantity) {
        boolean counts = quantity != null && quantity.isPlain() && text.length() < 2;
        if (!counts) {
            add(Kind.NUMBER, text, quantity);
        }
    }

    private String nextWord(int at) {
        int start = at;
        while (start < claim.length() && (claim.charAt(start) == ' ' || claim.charAt(start) == '-')) {
            start++;
        }
        int end = start;
        while (end < claim.length()
                && end - start < 12
                && (Character.isLetter(claim.charAt(end)) || claim.charAt(end) == '%')) {
            end++;
        }
        return start - at > 1 ? "" : claim.substring(start, end);
    }

    private void classifyJoined(String word) {
        if (WordShape.isAlternatives(word)) {
            for (String part : word.split("/", -1)) {
                classify(part, claim.length());
            }
        } else if (WordShape.isCompound(word)) {
            add(Kind.COMPOUND, word, null);
        } else if (!WordShape.isAbbreviation(word)) {
            add(Kind.NAME, word, null);
        }
    }

    /** What stands between double quotation marks. */
    private void readPhrases() {
        int open = claim.indexOf('"');
        while (open >= 0) {
            int close = claim.indexOf('"', open + 1);
            if (close < 0) {
                return;
            }
            String phrase = claim.substring(open + 1, Math.min(close, open + 1 + MAX_QUOTED))
                    .strip();
            if (phrase.chars().filter(Character::isLetterOrDigit).count() >= 3) {
                add(Kind.PHRASE, phrase, null);
            }
            open = claim.indexOf('"', close + 1);
        }
    }

    private void add(Kind kind, String text, @Nullable Quantity quantity) {
        if (facts.size() < MAX_FACTS) {
            facts.add(new Fact(kind, text, quantity));
        } else if (facts.size() == MAX_FACTS) {
            facts.add(new Fact(Kind.TOO_MANY, "more than " + MAX_FACTS + " facts", null));
        }
    }
}
