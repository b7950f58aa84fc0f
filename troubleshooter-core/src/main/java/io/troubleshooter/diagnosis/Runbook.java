package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do, in order: look first, with a command that changes nothing; then mend; then look at the next suspect. */
public final class Runbook {

    private static final int CHECKS = 2;
    private static final int FIXES = 2;

    private final List<RunbookStep> steps = new ArrayList<>();

    private Runbook() {}

    /** The steps for these hypotheses, likeliest first. */
    public static List<RunbookStep> of(List<Hypothesis> hypotheses) {
        Runbook book = new Runbook();
        if (!hypotheses.isEmpty()) {
            book.top(hypotheses.get(0));
        }
        for (Hypothesis other : hypotheses) {
            if (other.rank() > 1
                    && other.rank() <= 3
                    && other.followsFrom() == 0
                    && !other.nextChecks().isEmpty()) {
                Check check = first(other.nextChecks());
                book.step(check.check(), check.command(), "if it was not [1]: settles [" + other.rank() + "]");
            }
        }
        return List.copyOf(book.steps);
    }

    private void top(Hypothesis top) {
        Check first = first(top.nextChecks());
        List<Check> checks = new ArrayList<>(top.nextChecks());
        checks.remove(first);
        checks.add(0, first);
        for (Check check : checks.subList(0, Math.min(CHECKS, checks.size()))) {
            step(check.check(), check.command(), "expect: " + check.expect());
        }
        for (Fix fix : top.fixes().subList(0, Math.min(FIXES, top.fixes().size()))) {
            step(fix.action(), fix.command(), "risk " + fix.risk() + ", undo: " + fix.rollback());
        }
    }

    /** The first check that has a command, since that is the one to be done at once; else the first. */
    private static Check first(List<Check> checks) {
        for (Check check : checks) {
            if (check.command() != null) {
                return check;
            }
        }
        return checks.isEmpty() ? new Check("Read the cited lines", null, "the message quoted", null) : checks.get(0);
    }

    private void step(String action, @Nullable String command, String why) {
        steps.add(new RunbookStep(steps.size() + 1, action, command, why));
    }
}
