package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;

/** The first lines: what is the matter, how much was read, what to do first. */
final class TextHead {

    private TextHead() {}

    static void print(Page page, Diagnosis diagnosis) {
        String verdict = Words.verdict(diagnosis.verdict());
        int indent = indent(diagnosis.verdict());
        page.styled(style(diagnosis.verdict()), verdict);
        page.prose(indent, diagnosis.summary()).end();
        page.prose(indent, Words.coverage(diagnosis)).end();
        String first = FirstAction.of(diagnosis);
        if (diagnosis.verdict() == Verdict.INCIDENT && first != null) {
            page.styled(Style.BOLD, "DO FIRST").to(indent).text(first).end();
        }
        page.gap();
    }

    private static int indent(Verdict verdict) {
        return verdict == Verdict.INCIDENT ? 10 : Words.verdict(verdict).length() + 2;
    }

    private static Style style(Verdict verdict) {
        return verdict == Verdict.INCIDENT ? Style.RED : verdict == Verdict.NO_INCIDENT ? Style.GREEN : Style.YELLOW;
    }
}
