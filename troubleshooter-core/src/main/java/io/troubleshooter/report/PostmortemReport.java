package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;

/** A draft of a postmortem in Markdown: what the lines show is filled in, what they cannot show is left to people. */
public final class PostmortemReport implements Report {

    private static final int GROUPS = 5;

    private final Reply reply;

    public PostmortemReport() {
        this(Reply.NONE);
    }

    /** @param reply the last answer, shown after the summary */
    public PostmortemReport(Reply reply) {
        this.reply = reply;
    }

    @Override
    public String render(Diagnosis diagnosis) {
        Markdown out = new Markdown();
        out.raw("# Postmortem (draft): " + Markdown.escaped(diagnosis.summary()) + "\n\n");
        state(out, diagnosis);
        out.heading(2, "Summary").paragraph(diagnosis.summary());
        asked(out, reply);
        impact(out, diagnosis.frame());
        MarkdownParts.timeline(out, 2, diagnosis.frame());
        rootCause(out, diagnosis);
        factors(out, diagnosis);
        actions(out, diagnosis);
        evidence(out, diagnosis);
        return out.toString();
    }

    private static void state(Markdown out, Diagnosis diagnosis) {
        out.raw("*Drafted from logs (" + Markdown.escaped(Words.coverage(diagnosis))
                + "). The root cause is a hypothesis until somebody has confirmed it.*\n\n");
        if (diagnosis.verdict() != Verdict.INCIDENT) {
            boolean over = diagnosis.verdict() == Verdict.NO_INCIDENT
                    && !diagnosis.hypotheses().isEmpty();
            out.raw("**" + Words.verdict(diagnosis.verdict()) + "**: "
                    + (over ? "what is seen in these lines did not last." : "these lines show no cause.") + "\n\n");
        }
    }

    private static void asked(Markdown out, Reply reply) {
        if (reply.paragraphs().isEmpty()) {
            return;
        }
        out.heading(2, "What was found out by asking");
        RedactedText question = reply.question();
        if (question != null) {
            out.paragraph("Asked: " + question);
        }
        for (Reply.Paragraph paragraph : reply.paragraphs()) {
            out.paragraph(paragraph.text().replace("**", "").replace("`", "") + references(paragraph));
        }
    }

    private static String references(Reply.Paragraph paragraph) {
        StringBuilder references = new StringBuilder();
        for (Citation citation : paragraph.citations()) {
            references.append(references.isEmpty() ? " (" : ", ").append(citation.lines());
        }
        return references + (references.isEmpty() ? "" : ")") + (paragraph.doubted() ? " (not verified)" : "");
    }

    private static void impact(Markdown out, IncidentFrame frame) {
        out.heading(2, "Impact");
        out.item("Seen in the logs: " + Words.fullRange(frame.time()));
        out.item(Words.number(Words.level(frame, Level.ERROR) + Words.level(frame, Level.FATAL)) + " errors, "
                + Words.number(Words.level(frame, Level.WARN)) + " warnings");
        int left = GROUPS;
        for (EventGroup group : frame.groups()) {
            if (group.level().isError() && left-- > 0) {
                out.raw("- " + Words.number(group.count()) + " x "
                        + Markdown.code(group.template().toString()) + "\n");
            }
        }
        out.item("Users affected: to be filled in");
    }

    private static void rootCause(Markdown out, Diagnosis diagnosis) {
        out.heading(2, "Root cause");
        if (diagnosis.hypotheses().isEmpty()) {
            out.paragraph("Not known from these lines.");
            return;
        }
        Hypothesis first = diagnosis.hypotheses().get(0);
        out.raw("**" + Markdown.escaped(first.title()) + "** ("
                + Words.likelihood(first.confidence()).toLowerCase(java.util.Locale.ROOT) + " "
                + Words.confidence(first.confidence()) + ", "
                + Markdown.code(first.cause()) + ")\n\n");
        out.paragraph(first.explanation());
    }

    private static void factors(Markdown out, Diagnosis diagnosis) {
        out.heading(2, "Contributing factors");
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            if (hypothesis.rank() > 1) {
                String relation = Relations.of(hypothesis);
                out.item(hypothesis.title() + (relation.isEmpty() ? "" : " (" + relation + ")"));
            }
        }
        diagnosis.gaps().forEach(gap -> out.item("Not seen: " + gap));
        out.item("What let it happen, what hid it: to be filled in");
    }

    private static void actions(Markdown out, Diagnosis diagnosis) {
        out.heading(2, "Actions");
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            for (Fix fix : hypothesis.fixes()) {
                out.raw("- [ ] " + Markdown.escaped(fix.action()) + " (risk " + Markdown.escaped(fix.risk()) + ")"
                        + (fix.command() == null ? "" : ": " + Markdown.code(fix.command())) + "\n");
            }
        }
        out.raw("- [ ] An alert that would have told earlier: to be filled in\n");
    }

    private static void evidence(Markdown out, Diagnosis diagnosis) {
        out.heading(2, "Evidence");
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            out.paragraph(hypothesis.rank() + ". " + hypothesis.title());
            hypothesis.citations().forEach(c -> MarkdownHypothesis.citation(out, c, diagnosis.frame()));
        }
        out.paragraph("Redacted: " + Words.redacted(diagnosis.redaction()) + ".");
    }
}
