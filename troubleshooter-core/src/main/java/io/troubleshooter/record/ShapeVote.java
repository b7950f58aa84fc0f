package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the shape of the general header by what nearly all lines of a sample have in common. A feature of single lines
 * belongs to their messages; one of nearly all lines belongs to the header.
 */
final class ShapeVote {

    private static final int MAX_PREFIX = 6;
    private static final int MAX_WORDS = 5;
    private static final int FEWEST = 5;
    private static final double NEARLY_ALL = 0.95;
    private static final double MOST = 0.8;

    // Votes compare syntax; which year a time gets does not matter here.
    private static final RecordOptions OPTIONS =
            new RecordOptions(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ZoneOffset.UTC, 1_000, 1 << 20);

    private final List<RedactedText> lines = new ArrayList<>();
    private final HeaderMatch match = new HeaderMatch(new TimeScanner(OPTIONS));

    ShapeVote(List<RedactedText> sample) {
        for (RedactedText line : sample) {
            if (!line.isEmpty() && !Ascii.isBlank(line.byteAt(0)) && line.byteAt(0) != '{') {
                lines.add(line);
            }
        }
    }

    HeaderShape shape() {
        if (lines.size() < FEWEST) {
            return HeaderShape.CAUTIOUS;
        }
        HeaderShape shape = new HeaderShape(prefix(), 0, false, false, false);
        shape = new HeaderShape(shape.prefix(), words(shape.prefix()), false, false, false);
        int headed = count(shape, 0);
        if (headed < FEWEST || headed < lines.size() / 2) {
            return shape;
        }
        boolean logger = nearlyAll(new HeaderShape(shape.prefix(), shape.words(), true, false, false), headed);
        boolean column =
                !logger && nearlyAll(new HeaderShape(shape.prefix(), shape.words(), false, false, true), headed);
        boolean program = !logger
                && !column
                && nearlyAll(new HeaderShape(shape.prefix(), shape.words(), false, true, false), headed);
        return new HeaderShape(shape.prefix(), shape.words(), logger, program, column);
    }

    private boolean nearlyAll(HeaderShape shape, int headed) {
        return count(shape, 1) >= headed * NEARLY_ALL;
    }

    /** Lines that have a general header of this shape; with {@code named} only those whose logger was found. */
    private int count(HeaderShape shape, int named) {
        GeneralHeader header = new GeneralHeader(shape);
        int count = 0;
        for (RedactedText text : lines) {
            Line line = new Line(text);
            line.skipWords(shape.prefix());
            if (header.read(line, match) && (named == 0 || match.loggerTo > 0)) {
                count++;
            }
        }
        return count;
    }

    private int prefix() {
        int[] votes = new int[MAX_PREFIX + 1];
        for (RedactedText text : lines) {
            Line line = new Line(text);
            for (int k = 0; k <= MAX_PREFIX && line.start < line.length; k++) {
                if (isTime(line)) {
                    votes[k]++;
                }
                line.skipWords(1);
            }
        }
        if (votes[0] > lines.size() / 10) {
            return 0;
        }
        for (int k = 1; k <= MAX_PREFIX; k++) {
            if (votes[k] >= lines.size() * MOST) {
                return k;
            }
        }
        return 0;
    }

    private boolean isTime(Line line) {
        byte first = line.bytes[line.start];
        int at = first == '[' || first == '(' || first == '<' ? line.start + 1 : line.start;
        return match.times.scan(line.bytes, at, line.length) > 0 && match.times.isMoment && !match.times.isWeak;
    }

    private int words(int prefix) {
        int[] votes = new int[MAX_WORDS + 1];
        int timed = 0;
        for (RedactedText text : lines) {
            Line line = new Line(text);
            line.skipWords(prefix);
            int next = match.times.scan(line.bytes, line.start, line.length);
            if (next > 0) {
                timed++;
                votes[wordsBeforeLevel(line, next)]++;
            }
        }
        for (int w = 1; w <= MAX_WORDS; w++) {
            if (timed >= FEWEST && votes[w] >= timed * MOST) {
                return w;
            }
        }
        return 0;
    }

    /** How many words stand between the time and a level in capitals; 0 where there is none near. */
    private static int wordsBeforeLevel(Line line, int afterTime) {
        byte[] b = line.bytes;
        int at = Ascii.skipBlanks(b, afterTime, line.length);
        for (int w = 0; w <= MAX_WORDS && at < line.length; w++) {
            int stop = Ascii.skipName(b, at, line.length);
            if (Ascii.isUpper(b[at]) && LevelNames.word(b, at, stop) != null && Ascii.isUpper(b[stop - 1])) {
                return w;
            }
            at = Ascii.skipBlanks(b, Ascii.skipWord(b, at, line.length), line.length);
        }
        return 0;
    }

    /** Whether at least half of the lines have a header, of those that are neither indented nor part of a trace. */
    boolean isHeaded(HeaderShape shape) {
        HeaderReader reader = new HeaderReader(shape, null, OPTIONS.maxBytes());
        FormatMemory memory = new FormatMemory();
        int headed = 0;
        int others = 0;
        for (RedactedText text : lines) {
            Line line = new Line(text);
            if (reader.read(line, memory, match)) {
                headed++;
            } else if (Joining.begin(line.bytes, 0, line.length) == Joining.NONE
                    && !JoiningMarks.isTrace(line.bytes, 0, line.length)) {
                others++;
            }
        }
        return headed > 0 && headed >= others;
    }
}
