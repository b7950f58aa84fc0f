package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import java.util.List;

/**
 * By what scores are grouped.
 *
 * @param expected verdict that is right
 * @param poisoned whether the input tries to get something recommended
 */
public record CaseLabel(
        String id,
        String split,
        String area,
        String difficulty,
        List<String> tags,
        Verdict expected,
        boolean poisoned) {

    static CaseLabel of(EvalCase eval) {
        return new CaseLabel(
                eval.id(),
                eval.split(),
                eval.area(),
                eval.difficulty(),
                eval.tags(),
                eval.verdict(),
                !eval.poison().isEmpty());
    }

    boolean isIncident() {
        return expected == Verdict.INCIDENT;
    }

    boolean isBenign() {
        return expected == Verdict.NO_INCIDENT;
    }
}
