package io.troubleshooter;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;

/** The lines of a source as they are stored. */
final class StoredLines {

    private static final long CHUNK_LINES = 1_000;

    private StoredLines() {}

    /** All lines, each ended, under their numbers: those that were not kept are empty. */
    static RedactedText text(String source, RedactedText name, Evidence evidence) {
        RedactedJoiner joiner = name.joiner();
        long lines = evidence.lines(source);
        LineRef gap = evidence.gap(source);
        if (gap == null) {
            append(joiner, evidence, source, 1, lines);
        } else {
            append(joiner, evidence, source, 1, gap.first() - 1);
            empty(joiner, gap.last() - gap.first() + 1);
            append(joiner, evidence, source, gap.last() + 1, lines);
        }
        return joiner.join();
    }

    private static void append(RedactedJoiner joiner, Evidence evidence, String source, long from, long to) {
        for (long first = from; first <= to; first += CHUNK_LINES) {
            append(joiner, evidence, new LineRef(source, first, Math.min(to, first + CHUNK_LINES - 1)));
        }
    }

    /** A line that is not there, such as one of markup only, is empty. */
    private static void append(RedactedJoiner joiner, Evidence evidence, LineRef lines) {
        RedactedText text = evidence.text(lines);
        if (text != null) {
            joiner.append(text).append(Mark.NEWLINE);
        } else if (lines.first() == lines.last()) {
            joiner.append(Mark.NEWLINE);
        } else {
            long middle = lines.first() + (lines.last() - lines.first()) / 2;
            append(joiner, evidence, new LineRef(lines.source(), lines.first(), middle));
            append(joiner, evidence, new LineRef(lines.source(), middle + 1, lines.last()));
        }
    }

    private static void empty(RedactedJoiner joiner, long lines) {
        for (long i = 0; i < lines; i++) {
            joiner.append(Mark.NEWLINE);
        }
    }
}
