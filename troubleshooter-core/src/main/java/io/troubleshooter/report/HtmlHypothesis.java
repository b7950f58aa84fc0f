package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame;

/** One hypothesis: the first is open, the rest are one line each until they are opened. */
final class HtmlHypothesis {

    private HtmlHypothesis() {}

    static void write(Html out, Hypothesis hypothesis, IncidentFrame frame) {
        out.markup("<article id=\"h" + hypothesis.rank() + "\"><details");
        out.markup(hypothesis.rank() == 1 ? " open>\n" : ">\n");
        summary(out, hypothesis);
        out.element("p", hypothesis.explanation());
        for (Citation citation : hypothesis.citations()) {
            citation(out, citation, frame);
        }
        hypothesis.fixes().forEach(fix -> fix(out, fix));
        hypothesis.nextChecks().forEach(check -> check(out, check));
        out.markup("</details></article>\n");
    }

    private static void summary(Html out, Hypothesis hypothesis) {
        out.markup("<summary><h3>[" + hypothesis.rank() + "] <strong>");
        out.text(Words.likelihood(hypothesis.confidence())).markup("</strong> ");
        out.text(Words.confidence(hypothesis.confidence()) + " " + hypothesis.title())
                .markup("</h3> <code>");
        out.text(hypothesis.cause()).markup("</code> ");
        if (!hypothesis.verified()) {
            out.markup("<span class=\"WARN\">not verified</span> ");
        }
        out.markup("<span class=\"muted\">").text(Relations.of(hypothesis)).markup("</span></summary>\n");
    }

    private static void citation(Html out, Citation citation, IncidentFrame frame) {
        out.markup("<figure><figcaption>").ref(citation.lines().toString());
        out.text(" " + Sources.name(frame, citation.lines().source()));
        if (citation.count() > 1) {
            out.text(", " + Words.number(citation.count()) + " records like this");
        }
        out.markup("</figcaption><pre>");
        for (QuotedLine line : Quote.of(citation, frame)) {
            HtmlEvidence.text(out, line).markup("\n");
        }
        out.markup("</pre></figure>\n");
    }

    private static void fix(Html out, Fix fix) {
        out.markup("<div class=\"advice\"><p><span class=\"label\">Fix</span> ").text(fix.action());
        out.markup(" <span class=\"risk\">risk ").text(fix.risk()).markup("</span></p>\n");
        if (!fix.rollback().isEmpty()) {
            out.element("p", "muted", "Undo: " + fix.rollback());
        }
        command(out, fix.command());
        out.markup("</div>\n");
    }

    private static void check(Html out, Check check) {
        out.markup("<div class=\"advice\"><p><span class=\"label\">Check</span> ")
                .text(check.check());
        out.markup("</p>\n");
        command(out, check.command());
        String then = check.then() == null ? "" : "; then: " + check.then();
        out.element("p", "muted", "Expect: " + check.expect() + then).markup("</div>\n");
    }

    private static void command(Html out, @org.jspecify.annotations.Nullable String command) {
        if (command != null) {
            out.element("pre", "command", command);
        }
    }
}
