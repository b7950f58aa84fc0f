package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.record.Exemplar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines that were kept, per source and in order, each with an anchor. */
final class HtmlEvidence {

    private final Map<String, TreeMap<Long, QuotedLine>> lines = new HashMap<>();
    private final Map<String, TreeMap<Long, String>> citedBy = new HashMap<>();

    private HtmlEvidence(Diagnosis diagnosis, Reply reply) {
        IncidentFrame frame = diagnosis.frame();
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            for (Citation citation : hypothesis.citations()) {
                cite(hypothesis.rank(), citation, frame);
            }
        }
        for (Reply.Paragraph paragraph : reply.paragraphs()) {
            for (Citation citation : paragraph.citations()) {
                String source = citation.lines().source();
                Quote.of(citation, frame).forEach(line -> keep(source, line));
            }
        }
        frame.findings().forEach(finding -> keep(finding.exemplars()));
        frame.groups().forEach(group -> keep(group.exemplars()));
        keep(frame.context());
    }

    static void write(Html out, Diagnosis diagnosis, Reply reply) {
        HtmlEvidence evidence = new HtmlEvidence(diagnosis, reply);
        out.markup("<section id=\"evidence\" aria-label=\"Evidence\">\n").element("h2", "Evidence");
        for (IncidentFrame.SourceSummary source : diagnosis.frame().sources()) {
            evidence.source(out, source);
        }
        out.markup("</section>\n");
    }

    private void cite(int rank, Citation citation, IncidentFrame frame) {
        String source = citation.lines().source();
        for (QuotedLine line : Quote.of(citation, frame)) {
            keep(source, line);
            citedBy.computeIfAbsent(source, id -> new TreeMap<>())
                    .merge(line.number(), "[" + rank + "]", (a, b) -> a.contains(b) ? a : a + " " + b);
        }
    }

    private void keep(List<Exemplar> exemplars) {
        for (Exemplar exemplar : exemplars) {
            Quote.of(exemplar).forEach(line -> keep(exemplar.lines().source(), line));
        }
    }

    /** What was kept first stays: the words marked in a citation are those that matter. */
    private void keep(String source, QuotedLine line) {
        if (line.number() > 0) {
            lines.computeIfAbsent(source, id -> new TreeMap<>()).putIfAbsent(line.number(), line);
        }
    }

    private void source(Html out, IncidentFrame.SourceSummary source) {
        TreeMap<Long, QuotedLine> kept = lines.get(source.id());
        if (kept == null) {
            return;
        }
        out.element("h3", source.id() + " " + source.name());
        out.markup("<div class=\"lines scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Lines of ");
        out.text(source.id()).markup("\">\n");
        long before = 0;
        for (QuotedLine line : kept.values()) {
            if (line.number() > before + 1) {
                out.element("div", "left", Words.count(line.number() - before - 1, "line") + " not kept");
            }
            line(out, source.id(), line);
            before = line.number();
        }
        if (source.lines() > before) {
            out.element("div", "left", Words.count(source.lines() - before, "line") + " not kept");
        }
        out.markup("</div>\n");
    }

    private void line(Html out, String source, QuotedLine line) {
        String by = citedBy.getOrDefault(source, new TreeMap<>()).getOrDefault(line.number(), "");
        String ref = source + ":" + line.number();
        out.markup("<div class=\"line")
                .markup(by.isEmpty() ? "" : " cited")
                .markup("\" id=\"")
                .text(ref);
        out.markup("\"><a href=\"#").text(ref).markup("\">" + line.number() + "</a><code>");
        text(out, line).markup("</code>");
        if (!by.isEmpty()) {
            out.element("span", "by", by);
        }
        out.markup("</div>\n");
    }

    static Html text(Html out, QuotedLine line) {
        out.text(line.before());
        if (line.isMarked()) {
            out.markup("<mark>").text(line.marked()).markup("</mark>");
        }
        return out.text(line.after());
    }
}
