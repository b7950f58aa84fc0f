package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;

/** A line of a possible stack trace, as text and as bytes. */
final class TraceLine {

    private static final int LONGEST = 4_096;

    final RedactedText text;
    final long number;
    final byte[] b;
    final int from;
    final int end;

    private TraceLine(RedactedText text, long number) {
        this.text = text.length() > LONGEST ? text.slice(0, LONGEST) : text;
        this.number = number;
        this.b = new byte[this.text.length()];
        this.text.copyTo(b, 0);
        this.from = Ascii.skipBlanks(b, 0, b.length);
        this.end = Ascii.trimEnd(b, from, b.length);
    }

    /** The lines of the record, or those of its field that holds a trace. */
    static List<TraceLine> of(LogRecord record) {
        List<TraceLine> lines = new ArrayList<>();
        RedactedText field = record.fields().get("stack_trace");
        long first = record.lines().first();
        if (field != null) {
            for (RedactedText line : JsonText.lines(field)) {
                lines.add(new TraceLine(line, first));
            }
            return lines;
        }
        for (RedactedText line : JsonText.split(record.message())) {
            lines.add(new TraceLine(line, first));
        }
        long number = first;
        for (RedactedText line : record.continuation()) {
            number = Math.min(number + 1, record.lines().last());
            lines.add(new TraceLine(line, number));
        }
        return lines;
    }

    boolean starts(byte[] prefix) {
        return Ascii.startsWith(b, from, end, prefix);
    }

    int indexOf(byte[] part) {
        return Ascii.indexOf(b, part, from, end);
    }

    RedactedText slice(int start, int stop) {
        return text.slice(start, Math.max(start, stop));
    }

    boolean isBlank() {
        return from >= end;
    }

    /** The number that stands before {@code stop}, behind a colon; 0 where there is none. */
    int numberBefore(int stop) {
        int start = digitsBefore(stop);
        return start < stop && stop - start < 9 ? TimeScanner.number(b, start, stop) : 0;
    }

    int digitsBefore(int stop) {
        int start = stop;
        while (start > from && Ascii.isDigit(b[start - 1])) {
            start--;
        }
        return start;
    }
}
