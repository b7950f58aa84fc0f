package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.List;

/**
 * The report for a terminal: verdict, first action, proof, rest. Text of the log cannot emit control codes, and with
 * {@link TextOptions#width()} 0 nothing is cut.
 */
public final class TextReport implements Report {

    private final TextOptions options;

    public TextReport(TextOptions options) {
        this.options = options;
    }

    @Override
    public String render(Diagnosis diagnosis) {
        Page page = new Page(options);
        TextHead.print(page, diagnosis);
        switch (diagnosis.verdict()) {
            case INCIDENT -> incident(page, diagnosis);
            case NO_INCIDENT -> TextQuiet.noIncident(page, diagnosis);
            case INSUFFICIENT_EVIDENCE -> TextQuiet.notEnough(page, diagnosis);
        }
        if (options.verbose()) {
            TextDetails.print(page, diagnosis);
        }
        TextFoot.print(page.gap(), diagnosis);
        return page.toString();
    }

    private void incident(Page page, Diagnosis diagnosis) {
        List<Hypothesis> hypotheses = diagnosis.hypotheses();
        TextHypotheses printer = new TextHypotheses(page, diagnosis);
        for (int i = 0; i < hypotheses.size(); i++) {
            if (i == 0 || options.verbose()) {
                printer.full(hypotheses.get(i));
            } else {
                printer.brief(hypotheses.get(i));
            }
        }
        TextTimeline.print(page, diagnosis.frame());
    }
}
