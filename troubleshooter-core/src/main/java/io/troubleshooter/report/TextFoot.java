package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import java.util.List;

/** What was not seen, cut or assumed, what was redacted, and where there is more: nothing is hidden silently. */
final class TextFoot {

    private static final int SHOWN = 3;

    private TextFoot() {}

    static void print(Page page, Diagnosis diagnosis) {
        int indent = diagnosis.verdict() == Verdict.INCIDENT ? 10 : 12;
        items(page, "NOT SEEN", indent, diagnosis.gaps());
        for (SourceSummary source : diagnosis.frame().sources()) {
            items(page, "NOTE " + source.id(), indent, source.notes());
        }
        page.styled(Style.BOLD, "REDACTED").prose(indent, Words.redacted(diagnosis.redaction()));
        if (diagnosis.redaction().total() > 0 && page.fits(28)) {
            page.right("see: tst redact --summary");
        }
        page.end();
        if (diagnosis.verdict() == Verdict.NO_INCIDENT) {
            page.prose(0, "Wrong? Say what you see: tst FILE --ask \"checkout returns 502 since 06:30\"")
                    .end();
        } else if (!page.options().verbose()) {
            page.prose(0, "More: tst -v (all evidence), tst --format markdown (to paste into a ticket)")
                    .end();
        }
    }

    private static void items(Page page, String label, int indent, List<String> items) {
        int shown = page.options().verbose() ? items.size() : Math.min(SHOWN, items.size());
        for (int i = 0; i < shown; i++) {
            page.styled(Style.BOLD, i == 0 ? label : "");
            page.prose(indent, items.get(i)).end();
        }
        if (shown < items.size()) {
            page.to(indent).text("(" + (items.size() - shown) + " more: -v)").end();
        }
    }
}
