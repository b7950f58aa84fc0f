package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quotes exemplars: the one line that matters of each, under its own number. */
final class Citations {

    private static final int MAX_QUOTE = 400;
    private static final int MAX_CITATIONS = 3;

    private Citations() {}

    /** @param count how many records are like these; said with the first citation */
    static List<Citation> of(List<Exemplar> exemplars, long count) {
        List<Citation> citations = new ArrayList<>();
        for (Exemplar exemplar : exemplars.subList(0, Math.min(MAX_CITATIONS, exemplars.size()))) {
            citations.add(of(exemplar, citations.isEmpty() ? count : 1));
        }
        return List.copyOf(citations);
    }

    static Citation of(Exemplar exemplar, long count) {
        RedactedText text = exemplar.text();
        Span span = exemplar.highlight();
        int at = span == null ? 0 : Math.min(span.start(), text.length());
        int start = lineStart(text, at);
        int end = lineEnd(text, at);
        int from = end - start <= MAX_QUOTE ? start : windowStart(text, start, at);
        int to = Math.min(end, from + MAX_QUOTE);
        while (to > from && to < end && (text.byteAt(to) & 0xc0) == 0x80) {
            to--;
        }
        return new Citation(lines(exemplar, start), text.slice(from, to), highlight(span, from, to), count);
    }

    private static int lineStart(RedactedText text, int at) {
        int start = at;
        while (start > 0 && text.byteAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    private static int lineEnd(RedactedText text, int at) {
        int end = at;
        while (end < text.length() && text.byteAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private static int windowStart(RedactedText text, int lineStart, int at) {
        int from = Math.max(lineStart, at - MAX_QUOTE / 4);
        while (from < at && (text.byteAt(from) & 0xc0) == 0x80) {
            from++;
        }
        return from;
    }

    private static @Nullable Span highlight(@Nullable Span span, int from, int to) {
        if (span == null || span.length() == 0 || span.start() >= to) {
            return null;
        }
        return new Span(Math.max(0, span.start() - from), Math.min(span.end(), to) - from);
    }

    /** The physical line on which byte {@code start} of the text begins, where its lines are those of the source. */
    private static LineRef lines(Exemplar exemplar, int start) {
        LineRef lines = exemplar.lines();
        long breaks = breaks(exemplar.text(), exemplar.text().length());
        if (breaks != lines.last() - lines.first()) {
            return lines;
        }
        return LineRef.of(lines.source(), lines.first() + breaks(exemplar.text(), start));
    }

    private static long breaks(RedactedText text, int end) {
        long breaks = 0;
        for (int i = 0; i < end; i++) {
            breaks += text.byteAt(i) == '\n' ? 1 : 0;
        }
        return breaks;
    }
}
