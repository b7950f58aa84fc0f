package io.troubleshooter.frame;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;

/** Makes exemplars of records. */
final class Exemplars {

    private static final int MAX_BYTES = 8_192;
    private static final int MAX_LINES = 60;
    private static final int MAX_LINE_BYTES = 500;

    private Exemplars() {}

    static Exemplar of(LogRecord record) {
        return new Exemplar(record.lines(), record.time(), record.level(), text(record), null);
    }

    static Exemplar renumber(Exemplar exemplar, Renumbering renumbering) {
        return new Exemplar(
                exemplar.lines(),
                exemplar.time(),
                exemplar.level(),
                renumbering.apply(exemplar.text()),
                exemplar.highlight());
    }

    /** The first line that says something, at most {@link #MAX_LINE_BYTES} of it. */
    static RedactedText firstLine(RedactedText text) {
        int start = 0;
        while (start < text.length() && text.byteAt(start) <= ' ' && text.byteAt(start) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && text.byteAt(end) != '\n') {
            end++;
        }
        return cut(text.slice(start, end), MAX_LINE_BYTES);
    }

    private static RedactedText text(LogRecord record) {
        if (record.continuation().isEmpty()) {
            return cut(record.message(), MAX_BYTES).compact();
        }
        RedactedJoiner joiner = record.message().joiner().append(record.message());
        int lines = Math.min(MAX_LINES, record.continuation().size());
        for (RedactedText line : record.continuation().subList(0, lines)) {
            joiner.append(RedactedJoiner.Mark.NEWLINE).append(line);
        }
        return cut(joiner.join(), MAX_BYTES);
    }

    private static RedactedText cut(RedactedText text, int max) {
        int end = Math.min(text.length(), max);
        while (end < text.length() && end > 0 && (text.byteAt(end) & 0xC0) == 0x80) {
            end--;
        }
        return text.slice(0, end);
    }
}
