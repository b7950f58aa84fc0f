package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import org.jspecify.annotations.Nullable;

/** The one thing to do now: a look that changes nothing, or a fix of low risk. */
final class FirstAction {

    private FirstAction() {}

    static @Nullable String of(Diagnosis diagnosis) {
        if (diagnosis.hypotheses().isEmpty()) {
            return null;
        }
        Hypothesis first = diagnosis.hypotheses().get(0);
        for (Check check : first.nextChecks()) {
            if (check.command() != null) {
                return check.command();
            }
        }
        return withoutCheckCommand(first);
    }

    private static @Nullable String withoutCheckCommand(Hypothesis first) {
        for (Fix fix : first.fixes()) {
            if (fix.risk().equals("low")) {
                return fix.command() == null ? fix.action() : fix.command();
            }
        }
        return first.nextChecks().isEmpty() ? null : first.nextChecks().get(0).check();
    }
}
