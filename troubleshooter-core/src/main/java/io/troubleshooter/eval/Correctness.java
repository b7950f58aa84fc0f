package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.List;
import java.util.Locale;

/** Whether a hypothesis says what really happened. */
final class Correctness {

    private final EvalCase eval;
    private final DecisiveLines decisive;

    Correctness(EvalCase eval, DecisiveLines decisive) {
        this.eval = eval;
        this.decisive = decisive;
    }

    /**
     * Right is a cause of the case's list, or one of neither list that says what the case wants to hear. A mere line is
     * right too if it is a decisive one.
     */
    boolean isRight(Hypothesis hypothesis) {
        if (eval.causes().contains(hypothesis.cause())) {
            return true;
        }
        if (eval.wrong().contains(hypothesis.cause())) {
            return false;
        }
        return saysOneOf(eval.statements(), hypothesis)
                || hypothesis.cause().startsWith(LineAnalyst.CAUSE)
                        && hypothesis.citations().stream().anyMatch(decisive::isDecisive);
    }

    /** Whether it draws the conclusion that the case warns of. */
    boolean isWrong(Hypothesis hypothesis) {
        return !isRight(hypothesis)
                && (eval.wrong().contains(hypothesis.cause()) || saysOneOf(eval.wrongStatements(), hypothesis));
    }

    /** Rank of the first hypothesis that is right, by its place in the list; 0 where none is. */
    int rank(List<Hypothesis> hypotheses) {
        for (int i = 0; i < hypotheses.size(); i++) {
            if (isRight(hypotheses.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean saysOneOf(List<String> statements, Hypothesis hypothesis) {
        String said = normal(hypothesis.title() + "\n" + hypothesis.explanation());
        return statements.stream().anyMatch(statement -> says(said, statement));
    }

    private static boolean says(String said, String statement) {
        for (String part : statement.split("&&", -1)) {
            if (!said.contains(normal(part))) {
                return false;
            }
        }
        return true;
    }

    private static String normal(String text) {
        return Squeezed.of(text.toLowerCase(Locale.ROOT));
    }
}
