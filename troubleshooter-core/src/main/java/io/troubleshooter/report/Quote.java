package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits quoted text into physical lines with their numbers and marked words. */
final class Quote {

    private Quote() {}

    static List<QuotedLine> of(Citation citation, IncidentFrame frame) {
        long skipped = linesBefore(citation, frame);
        return of(citation.lines(), skipped, citation.quote(), citation.highlight());
    }

    static List<QuotedLine> of(Exemplar exemplar) {
        return of(exemplar.lines(), 0, exemplar.text(), exemplar.highlight());
    }

    private static List<QuotedLine> of(LineRef lines, long skipped, RedactedText quote, @Nullable Span highlight) {
        byte[] bytes = new byte[quote.length()];
        quote.copyTo(bytes, 0);
        List<QuotedLine> all = new ArrayList<>();
        long number = lines.first() + skipped;
        for (int start = 0; start <= bytes.length; number++) {
            int end = endOfLine(bytes, start);
            all.add(line(bytes, start, end, number <= lines.last() ? number : 0, highlight));
            start = end + 1;
        }
        return all;
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static QuotedLine line(byte[] bytes, int start, int end, long number, @Nullable Span highlight) {
        int from = highlight == null ? end : Math.min(end, Math.max(start, highlight.start()));
        int to = highlight == null ? end : Math.min(end, Math.max(from, highlight.end()));
        if (from == to) {
            return new QuotedLine(number, text(bytes, start, end), "", "");
        }
        return new QuotedLine(number, text(bytes, start, from), text(bytes, from, to), text(bytes, to, end));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** How many lines of the cited record stand before the quote, so that it gets the numbers of its own lines. */
    private static long linesBefore(Citation citation, IncidentFrame frame) {
        if (citation.lines().first() == citation.lines().last()) {
            return 0;
        }
        Exemplar exemplar = exemplar(frame, citation.lines());
        if (exemplar == null) {
            return 0;
        }
        String text = exemplar.text().toString();
        int at = text.indexOf(citation.quote().toString());
        return at < 0 ? 0 : text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static @Nullable Exemplar exemplar(IncidentFrame frame, LineRef lines) {
        for (Finding finding : frame.findings()) {
            Exemplar found = exemplar(finding.exemplars(), lines);
            if (found != null) {
                return found;
            }
        }
        for (IncidentFrame.EventGroup group : frame.groups()) {
            Exemplar found = exemplar(group.exemplars(), lines);
            if (found != null) {
                return found;
            }
        }
        return exemplar(frame.context(), lines);
    }

    private static @Nullable Exemplar exemplar(List<Exemplar> exemplars, LineRef lines) {
        for (Exemplar exemplar : exemplars) {
            if (exemplar.lines().equals(lines)) {
                return exemplar;
            }
        }
        return null;
    }
}
