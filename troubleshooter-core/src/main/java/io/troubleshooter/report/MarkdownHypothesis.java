package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame;

/** One hypothesis as a section: claim, lines, fixes, checks. */
final class MarkdownHypothesis {

    private MarkdownHypothesis() {}

    static void write(Markdown out, Hypothesis hypothesis, IncidentFrame frame) {
        String relation = Relations.of(hypothesis);
        out.heading(2, hypothesis.rank() + ". " + hypothesis.title());
        out.raw("**" + Words.likelihood(hypothesis.confidence()) + " " + Words.confidence(hypothesis.confidence())
                + "** " + Markdown.code(hypothesis.cause())
                + (relation.isEmpty() ? "" : ", " + Markdown.escaped(relation))
                + (hypothesis.verified() ? "" : ", not verified") + "\n\n");
        out.paragraph(hypothesis.explanation());
        hypothesis.citations().forEach(citation -> citation(out, citation, frame));
        hypothesis.fixes().forEach(fix -> fix(out, fix));
        hypothesis.nextChecks().forEach(check -> check(out, check));
    }

    static void citation(Markdown out, Citation citation, IncidentFrame frame) {
        String alike = citation.count() > 1 ? ", " + Words.number(citation.count()) + " records like this" : "";
        out.raw(citation.lines() + " "
                + Markdown.code(Sources.name(frame, citation.lines().source())) + alike + "\n\n");
        out.fenced("text", Markdown.block(Quote.of(citation, frame)));
    }

    private static void fix(Markdown out, Fix fix) {
        out.raw("**Fix** (risk " + Markdown.escaped(fix.risk()) + "): " + Markdown.escaped(fix.action()) + "\n\n");
        MarkdownParts.command(out, fix.command());
        if (!fix.rollback().isEmpty()) {
            out.paragraph("Undo: " + fix.rollback());
        }
    }

    private static void check(Markdown out, Check check) {
        out.raw("**Check**: " + Markdown.escaped(check.check()) + "\n\n");
        MarkdownParts.command(out, check.command());
        out.paragraph("Expect: " + check.expect() + (check.then() == null ? "" : "; then: " + check.then()));
    }
}
