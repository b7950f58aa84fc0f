package io.troubleshooter.redact;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A detector by a regular expression that a user wrote. The engine may look at a bounded number of characters per line;
 * a line on which the expression needs more is removed whole: a slow expression costs text, never a leak.
 */
public final class PatternDetector implements Detector {

    /** Characters that may be looked at per line: many times what a sound expression needs. */
    private static final int STEPS_BASE = 100_000;

    private static final int STEPS_PER_BYTE = 50;

    private final String kind;
    private final Pattern pattern;

    private PatternDetector(String kind, Pattern pattern) {
        this.kind = kind;
        this.pattern = pattern;
    }

    /**
     * @param kind lower-case letters, digits and {@code -}, beginning with a letter
     * @param regex what to remove; where it has a group, only the first group is removed
     * @throws TroubleshooterException if the kind or the expression is malformed
     */
    public static PatternDetector of(String kind, String regex) {
        if (!kind.matches("[a-z][a-z0-9-]{0,39}")) {
            throw invalid("The kind of a detector must be lower-case letters, digits and '-'.");
        }
        try {
            return new PatternDetector(kind, Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw invalid("The pattern of detector " + kind + " is malformed near index " + e.getIndex() + ".");
        }
    }

    private static TroubleshooterException invalid(String message) {
        return new TroubleshooterException(
                TroubleshooterException.Code.INVALID_CONFIGURATION, message, "Correct the redaction policy.");
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Span> find(byte[] line) {
        // One char per byte, so that offsets are those of the bytes.
        CountedText text = new CountedText(line, STEPS_BASE + (long) STEPS_PER_BYTE * line.length);
        List<Span> spans = new ArrayList<>();
        try {
            Matcher matcher = pattern.matcher(text);
            int group = matcher.groupCount() > 0 ? 1 : 0;
            while (matcher.find()) {
                if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
                    spans.add(new Span(matcher.start(group), matcher.end(group)));
                }
            }
            return spans;
        } catch (OutOfSteps | StackOverflowError e) {
            return List.of(new Span(0, line.length));
        }
    }

    /** Thrown to stop the engine; never leaves this class. */
    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super(null, null, false, false);
        }
    }

    private static final class CountedText implements CharSequence {
        private final byte[] bytes;
        private long left;

        CountedText(byte[] bytes, long steps) {
            this.bytes = bytes;
            this.left = steps;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new OutOfSteps();
            }
            return (char) (bytes[index] & 0xff);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
    }
}
