package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;

/** The report as Markdown, to be pasted into a ticket. Text of the log cannot act as markup. */
public final class MarkdownReport implements Report {

    @Override
    public String render(Diagnosis diagnosis) {
        Markdown out = new Markdown();
        head(out, diagnosis);
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            MarkdownHypothesis.write(out, hypothesis, diagnosis.frame());
        }
        setAside(out, diagnosis);
        MarkdownParts.timeline(out, 2, diagnosis.frame());
        MarkdownParts.runbook(out, diagnosis);
        MarkdownParts.items(out, 2, "Not seen", diagnosis.gaps());
        notes(out, diagnosis);
        foot(out, diagnosis);
        return out.toString();
    }

    private static void head(Markdown out, Diagnosis diagnosis) {
        out.raw("# " + Words.verdict(diagnosis.verdict()) + ": " + Markdown.escaped(diagnosis.summary()) + "\n\n");
        out.paragraph(Words.coverage(diagnosis));
        String first = FirstAction.of(diagnosis);
        if (first != null && diagnosis.verdict() == Verdict.INCIDENT) {
            out.raw("**Do first**\n\n").fenced("sh", Columns.printable(first));
        }
    }

    private static void setAside(Markdown out, Diagnosis diagnosis) {
        if (diagnosis.setAside().isEmpty()) {
            return;
        }
        out.heading(2, "Looked at and set aside");
        for (SetAside aside : diagnosis.setAside()) {
            out.raw("- " + Words.number(aside.count()) + " x " + aside.line() + " "
                    + Markdown.code(aside.text().toString()) + ": " + Markdown.escaped(aside.why()) + "\n");
        }
    }

    private static void notes(Markdown out, Diagnosis diagnosis) {
        out.heading(2, "Sources");
        for (SourceSummary source : diagnosis.frame().sources()) {
            out.raw("- " + source.id() + " " + Markdown.code(source.name().toString()) + ", "
                    + Words.count(source.lines(), "line") + "\n");
            source.notes().forEach(note -> out.raw("  - " + Markdown.escaped(note) + "\n"));
        }
    }

    private static void foot(Markdown out, Diagnosis diagnosis) {
        out.gap().paragraph("Redacted: " + Words.redacted(diagnosis.redaction()) + ".");
        Diagnosis.Provenance by = diagnosis.producedBy();
        out.raw("<sub>tst " + Markdown.escaped(by.version()) + ", " + Markdown.escaped(by.analyst()) + ", rules "
                + Markdown.escaped(by.rulesVersion()) + "</sub>\n");
    }
}
