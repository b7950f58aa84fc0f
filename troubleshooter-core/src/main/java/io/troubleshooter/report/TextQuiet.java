package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two answers without a culprit: nothing is wrong, and the lines do not say what is. */
final class TextQuiet {

    private static final int INDENT = 12;
    private static final int SHOWN = 5;

    private TextQuiet() {}

    static void noIncident(Page page, Diagnosis diagnosis) {
        page.styled(Style.BOLD, "LOOKED AT");
        page.prose(INDENT, lookedAt(diagnosis.frame())).end();
        if (!diagnosis.hypotheses().isEmpty()) {
            seen(page, diagnosis);
        }
        setAside(page, diagnosis.setAside());
    }

    private static String lookedAt(IncidentFrame frame) {
        return Words.count(Words.lines(frame), "line") + " in "
                + Words.count(frame.groups().size(), "kind") + "; "
                + Words.number(Words.level(frame, Level.FATAL)) + " fatal, "
                + Words.number(Words.level(frame, Level.ERROR)) + " error, "
                + Words.number(Words.level(frame, Level.WARN)) + " warn; "
                + (frame.traces().isEmpty()
                        ? "no stack trace"
                        : Words.count(frame.traces().size(), "stack trace"));
    }

    private static void setAside(Page page, List<SetAside> all) {
        int shown = page.options().verbose() ? all.size() : Math.min(SHOWN, all.size());
        for (int i = 0; i < shown; i++) {
            SetAside aside = all.get(i);
            page.styled(Style.BOLD, i == 0 ? "SET ASIDE" : "").to(INDENT);
            page.text(Words.number(aside.count()) + " x ").ref(aside.line());
            page.text(" \""
                    + Columns.cut(
                            firstLine(aside.text().toString()), page.options().room(36)) + "\"");
            page.end().prose(INDENT + 4, aside.why()).end();
        }
        if (shown < all.size()) {
            page.to(INDENT).text("(" + (all.size() - shown) + " more: -v)").end();
        }
    }

    static void notEnough(Page page, Diagnosis diagnosis) {
        seen(page, diagnosis);
        wouldTell(page, diagnosis);
    }

    private static void seen(Page page, Diagnosis diagnosis) {
        int printed = 0;
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            for (Citation citation : hypothesis.citations()) {
                if (printed < SHOWN) {
                    seen(page, printed++, citation.lines(), citation.quote().toString(), hypothesis.title());
                }
            }
        }
        for (EventGroup group : diagnosis.frame().groups()) {
            if (diagnosis.hypotheses().isEmpty()
                    && printed < SHOWN
                    && group.level().isAtLeast(Level.WARN)) {
                seen(page, printed++, group.first(), group.template().toString(), null);
            }
        }
    }

    private static void seen(Page page, int index, LineRef line, String text, @Nullable String claim) {
        page.styled(Style.BOLD, index == 0 ? "SEEN" : "").to(INDENT).ref(line).text("  ");
        page.text(Columns.cut(Columns.printable(firstLine(text)), page.options().room(INDENT + 10)))
                .end();
        if (claim != null) {
            page.prose(INDENT + 4, claim).end();
        }
    }

    private static void wouldTell(Page page, Diagnosis diagnosis) {
        int index = 0;
        for (RunbookStep step : diagnosis.runbook()) {
            page.styled(Style.BOLD, index == 0 ? "WOULD TELL" : "").to(INDENT);
            page.prose(INDENT, ++index + ". " + step.action()).end();
            if (step.command() != null) {
                page.to(INDENT + 3).styled(Style.CYAN, step.command()).end();
            }
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
