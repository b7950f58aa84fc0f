package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.frame.IncidentFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cited lines under their source, numbered as in their own file, with carets under what matters. */
final class TextEvidence {

    private static final int CITATIONS = 3;
    private static final int LINES = 4;
    private static final int NUMBER_END = 9;
    private static final String GUTTER = " | ";

    private final Page page;
    private final IncidentFrame frame;
    private final boolean verbose;
    private final int numberEnd;

    TextEvidence(Page page, IncidentFrame frame) {
        this.page = page;
        this.frame = frame;
        this.verbose = page.options().verbose();
        this.numberEnd = page.options().columns() < 60 ? 0 : NUMBER_END;
    }

    void print(List<Citation> citations) {
        List<Citation> shown = verbose ? citations : citations.subList(0, Math.min(CITATIONS, citations.size()));
        page.gap();
        bySource(shown).forEach(this::source);
        int hidden = citations.size() - shown.size();
        if (hidden > 0) {
            page.to(4).text("(" + Words.count(hidden, "more place") + ": -v)").end();
        }
    }

    private static Map<String, List<Citation>> bySource(List<Citation> citations) {
        Map<String, List<Citation>> sources = new LinkedHashMap<>();
        for (Citation citation : citations) {
            sources.computeIfAbsent(citation.lines().source(), id -> new ArrayList<>())
                    .add(citation);
        }
        return sources;
    }

    private void source(String id, List<Citation> citations) {
        page.to(4).ref(citations.get(0).lines()).text("  " + Sources.name(frame, id));
        long alike = 0;
        for (Citation citation : citations) {
            alike += citation.count();
        }
        if (alike > citations.size()) {
            page.right(Words.count(alike, "record") + " like " + (citations.size() == 1 ? "this" : "these"));
        }
        page.end();
        for (Citation citation : citations) {
            lines(Quote.of(citation, frame));
        }
    }

    private void lines(List<QuotedLine> lines) {
        int from = verbose ? 0 : firstShown(lines);
        int to = verbose ? lines.size() : Math.min(lines.size(), from + LINES);
        left(from);
        for (QuotedLine line : lines.subList(from, to)) {
            line(line);
        }
        left(lines.size() - to);
    }

    /** The marked line is always among those shown. */
    private static int firstShown(List<QuotedLine> lines) {
        for (int i = LINES; i < lines.size(); i++) {
            if (lines.get(i).isMarked()) {
                return i - 1;
            }
        }
        return 0;
    }

    private void left(int count) {
        if (count > 0) {
            gutter("").text("... " + Words.count(count, "more line")).end();
        }
    }

    private void line(QuotedLine line) {
        int taken = numberEnd + GUTTER.length();
        Excerpt excerpt = Excerpt.of(line, page.options().room(taken));
        gutter(line.number() == 0 ? "" : Long.toString(line.number()))
                .text(excerpt.text())
                .end();
        if (excerpt.carets() > 0) {
            gutter("")
                    .to(taken + excerpt.caret())
                    .styled(Style.BOLD, "^".repeat(excerpt.carets()))
                    .end();
        }
    }

    private Page gutter(String number) {
        if (numberEnd == 0) {
            return page.text(number).text(GUTTER);
        }
        return page.to(Math.max(0, numberEnd - number.length())).text(number).text(GUTTER);
    }
}
