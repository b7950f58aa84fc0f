package io.troubleshooter.evidence;

import java.util.function.BooleanSupplier;

/**
 * What to look for in a line, letters of ASCII without regard to case. Takes time in proportion to the text, whatever
 * the pattern and whatever the text. Immutable, thread-safe.
 */
public abstract sealed class LinePattern permits LiteralPattern, RegexPattern {

    /** Characters that a pattern may have. */
    public static final int MAX_LENGTH = 500;

    LinePattern() {}

    /**
     * The words as they stand.
     *
     * @throws PatternException if there are none, too many, or a line break is among them
     */
    public static LinePattern literal(String words) {
        return new LiteralPattern(checked(words));
    }

    /**
     * A regular expression: literals, classes, {@code .}, groups, {@code |}, repetitions, {@code ^ $ \b \B \d \w \s}. It
     * may stand anywhere in a line. What needs backtracking (references to groups, looking around) is refused.
     *
     * @throws PatternException if it is none
     */
    public static LinePattern regex(String regex) {
        return new RegexPattern(checked(regex));
    }

    private static String checked(String pattern) {
        if (pattern.isEmpty()) {
            throw new PatternException("it is empty");
        }
        if (pattern.length() > MAX_LENGTH) {
            throw new PatternException("it is longer than " + MAX_LENGTH + " characters");
        }
        if (pattern.indexOf('\n') >= 0 || pattern.indexOf('\r') >= 0) {
            throw new PatternException("lines are searched one by one, so it must not contain a line break");
        }
        return pattern;
    }

    /** One search over many lines. Not thread-safe. */
    interface Scan {

        /**
         * The next line in which it is found.
         *
         * @param from start of a line
         * @param to end of a line, its line break included
         * @return an offset in that line, or -1
         * @throws Stopped when {@code stop} said so
         */
        int next(byte[] bytes, int from, int to);
    }

    /** The time is up. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    abstract Scan scan(BooleanSupplier stop);
}
