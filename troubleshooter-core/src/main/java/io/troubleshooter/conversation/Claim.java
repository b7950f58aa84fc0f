package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model says, as plain redacted words, not checked yet. */
sealed interface Claim {

    List<Claimed> citations();

    /** A paragraph. */
    record Paragraph(String text, List<Claimed> citations) implements Claim {}

    /**
     * A possible cause.
     *
     * @param of cause id of the hypothesis that it confirms, refines or retracts; empty for a new one
     */
    record Cause(
            String cause,
            String title,
            String explanation,
            double confidence,
            Change.Kind relation,
            String of,
            List<Claimed> citations,
            List<Fix> fixes,
            List<Check> checks)
            implements Claim {

        Cause advising(List<Fix> kept, List<Check> looks) {
            return new Cause(cause, title, explanation, confidence, relation, of, citations, kept, looks);
        }

        /** All words that recommend something or could. */
        List<String> advice() {
            List<String> advice = new ArrayList<>(List.of(title, explanation));
            fixes.forEach(fix -> advice.addAll(List.of(fix.action(), fix.rollback(), orEmpty(fix.command()))));
            checks.forEach(check -> advice.addAll(
                    List.of(check.check(), check.expect(), orEmpty(check.then()), orEmpty(check.command()))));
            return advice;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        Cause explainedBy(String text) {
            return new Cause(cause, title, text, confidence, relation, of, citations, fixes, checks);
        }
    }
}
