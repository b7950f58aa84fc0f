package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.eval.EvalCase.Decisive;
import io.troubleshooter.text.LineRef;
import java.util.List;

/** Which citations point at the decisive lines of a case. */
final class DecisiveLines {

    private final List<Decisive> wanted;
    private final InputText input;

    DecisiveLines(EvalCase eval, InputText input) {
        this.wanted = eval.evidence();
        this.input = input;
    }

    boolean isDecisive(Citation citation) {
        return wanted.stream().anyMatch(decisive -> meets(citation.lines(), decisive));
    }

    /** Share of the citations that are decisive; no number where there are none. */
    double precision(List<Citation> citations) {
        long hits = citations.stream().filter(this::isDecisive).count();
        return citations.isEmpty() ? Double.NaN : (double) hits / citations.size();
    }

    /** Share of the decisive lines that are cited; no number where a case names none. */
    double recall(List<Citation> citations) {
        long found = wanted.stream()
                .filter(decisive -> citations.stream().anyMatch(citation -> meets(citation.lines(), decisive)))
                .count();
        return wanted.isEmpty() ? Double.NaN : (double) found / wanted.size();
    }

    private boolean meets(LineRef cited, Decisive decisive) {
        LineRef lines = decisive.lines();
        return cited.overlaps(lines)
                || decisive.like() && cited.source().equals(lines.source()) && isOfOneTemplate(cited, lines);
    }

    private boolean isOfOneTemplate(LineRef cited, LineRef lines) {
        for (long line = lines.first(); line <= lines.last(); line++) {
            String template = input.template(lines.source(), line);
            for (long other = cited.first(); other <= cited.last(); other++) {
                if (!template.isEmpty() && template.equals(input.template(cited.source(), other))) {
                    return true;
                }
            }
        }
        return false;
    }
}
