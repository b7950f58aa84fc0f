package io.troubleshooter.eval;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.util.List;

/**
 * The cases of a folder.
 *
 * @param cases those that can be read, by id
 * @param problems of any case; a case with a problem may still be in {@code cases}
 */
public record CaseSet(List<EvalCase> cases, List<CaseProblem> problems) {

    private static final int SHOWN = 20;

    public CaseSet {
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /**
     * The cases, if nothing is wrong with any.
     *
     * @throws TroubleshooterException that lists what is wrong
     */
    public List<EvalCase> sound() {
        if (!problems.isEmpty()) {
            throw new TroubleshooterException(Code.INVALID_CONFIGURATION, listed(), "Mend the cases, then run again.");
        }
        return cases;
    }

    private String listed() {
        StringBuilder out = new StringBuilder();
        out.append(problems.size()).append(problems.size() == 1 ? " problem" : " problems");
        out.append(" in the cases");
        for (CaseProblem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
            out.append("; ").append(problem);
        }
        return out.toString();
    }
}
