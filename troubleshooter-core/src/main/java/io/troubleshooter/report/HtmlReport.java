package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report as one HTML file: no script, no request to anywhere, every cited line with an anchor, light and dark. */
public final class HtmlReport implements Report {

    private static final int GROUPS = 50;

    private final Reply reply;

    public HtmlReport() {
        this(Reply.NONE);
    }

    /** @param reply shown first */
    public HtmlReport(Reply reply) {
        this.reply = reply;
    }

    @Override
    public String render(Diagnosis diagnosis) {
        Html out = new Html();
        head(out, diagnosis);
        HtmlReply.write(out, reply, diagnosis.frame());
        HtmlTimeline.write(out, diagnosis.frame());
        hypotheses(out, diagnosis);
        setAside(out, diagnosis.setAside());
        runbook(out, diagnosis.runbook());
        notSeen(out, diagnosis.gaps());
        HtmlEvidence.write(out, diagnosis, reply);
        groups(out, diagnosis.frame().groups());
        foot(out, diagnosis);
        return out.toString();
    }

    private static void head(Html out, Diagnosis diagnosis) {
        out.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.markup("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.element("title", Words.verdict(diagnosis.verdict()) + ": " + diagnosis.summary());
        out.markup("<style>\n" + css() + "</style>\n</head>\n<body>\n");
        out.markup("<a class=\"skip\" href=\"#evidence\">Skip to the evidence</a>\n<header>\n");
        String verdict = diagnosis.verdict().name().toLowerCase(java.util.Locale.ROOT);
        out.markup("<h1><span class=\"verdict " + verdict + "\">");
        out.text(Words.verdict(diagnosis.verdict()))
                .markup("</span> ")
                .text(diagnosis.summary())
                .markup("</h1>\n");
        out.element("p", "muted", Words.coverage(diagnosis));
        String first = FirstAction.of(diagnosis);
        if (first != null && diagnosis.verdict() == Verdict.INCIDENT) {
            out.element("p", "label", "Do first").element("pre", "command", first);
        }
        out.markup("</header>\n<main>\n");
    }

    private static String css() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void hypotheses(Html out, Diagnosis diagnosis) {
        if (diagnosis.hypotheses().isEmpty()) {
            return;
        }
        out.markup("<section aria-label=\"Hypotheses\">\n").element("h2", "Hypotheses");
        diagnosis.hypotheses().forEach(each -> HtmlHypothesis.write(out, each, diagnosis.frame()));
        out.markup("</section>\n");
    }

    private static void setAside(Html out, List<SetAside> all) {
        if (all.isEmpty()) {
            return;
        }
        out.element("h2", "Looked at and set aside").markup("<ul>\n");
        for (SetAside aside : all) {
            out.markup("<li>")
                    .text(Words.number(aside.count()) + " x ")
                    .ref(aside.line().toString());
            out.markup(" <code>")
                    .text(aside.text().toString())
                    .markup("</code> ")
                    .text(aside.why());
            out.markup("</li>\n");
        }
        out.markup("</ul>\n");
    }

    private static void runbook(Html out, List<RunbookStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        out.element("h2", "Runbook").markup("<ol>\n");
        for (RunbookStep step : steps) {
            out.markup("<li>")
                    .text(step.action())
                    .markup(" <span class=\"muted\">")
                    .text(step.why());
            out.markup("</span>");
            if (step.command() != null) {
                out.element("pre", "command", step.command());
            }
            out.markup("</li>\n");
        }
        out.markup("</ol>\n");
    }

    private static void notSeen(Html out, List<String> gaps) {
        if (!gaps.isEmpty()) {
            out.element("h2", "Not seen").markup("<ul>\n");
            gaps.forEach(gap -> out.element("li", gap));
            out.markup("</ul>\n");
        }
    }

    private static void groups(Html out, List<EventGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        int shown = Math.min(GROUPS, groups.size());
        out.element("h2", "Kinds of events").markup("<div class=\"scroll\"><table>\n<thead><tr><th>count</th>");
        out.markup("<th>level</th><th>first</th><th>template</th></tr></thead>\n<tbody>\n");
        for (EventGroup group : groups.subList(0, shown)) {
            out.markup("<tr><td class=\"number\">")
                    .text(Words.number(group.count()))
                    .markup("</td><td class=\"");
            out.markup(group.level().name())
                    .markup("\">")
                    .markup(group.level().name())
                    .markup("</td><td>");
            out.ref(group.first().toString())
                    .markup("</td><td><code>")
                    .text(group.template().toString());
            out.markup("</code></td></tr>\n");
        }
        out.markup("</tbody>\n</table></div>\n");
        if (shown < groups.size()) {
            out.element("p", "muted", Words.number(groups.size() - shown) + " more: tst frame");
        }
    }

    private static void foot(Html out, Diagnosis diagnosis) {
        out.markup("</main>\n<footer>\n");
        for (SourceSummary source : diagnosis.frame().sources()) {
            out.markup("<p>")
                    .text(source.id() + " ")
                    .markup("<code>")
                    .text(source.name().toString());
            out.markup("</code> ").text(Words.count(source.lines(), "line")).markup("</p>\n");
            source.notes().forEach(note -> out.element("p", "muted", source.id() + ": " + note));
        }
        out.element("p", "Redacted: " + Words.redacted(diagnosis.redaction()));
        Diagnosis.Provenance by = diagnosis.producedBy();
        out.element("p", "muted", "tst " + by.version() + ", " + by.analyst() + ", rules " + by.rulesVersion());
        out.markup("</footer>\n</body>\n</html>\n");
    }
}
