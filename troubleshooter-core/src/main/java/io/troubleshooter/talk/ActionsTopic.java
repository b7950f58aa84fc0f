package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "how do I fix it", "how to roll back", "what next", "how can I verify that". */
final class ActionsTopic implements Topic {

    private static final Pattern UNDO = Pattern.compile("\\b(?:roll(?:ing)? ?back|revert|undo|back out)\\b");
    private static final Pattern FIX = Pattern.compile(
            "\\b(?:fix(?:es|ed|ing)?|solve|solution|resolve|resolution|mitigat\\w+|remed\\w+|repair|mend|get rid of|"
                    + "work ?around|recover|prevent)\\b");
    private static final Pattern CHECK = Pattern.compile(
            "\\b(?:verify|confirm|prove|(?:next )?checks?\\b|how (?:can|do|could) (?:i|we) (?:check|tell|know|be sure)|"
                    + "make sure|diagnose further|narrow (?:it )?down)");
    private static final Pattern NEXT = Pattern.compile(
            "\\b(?:what(?:'s| is)? next|next steps?|what (?:should|can|do|must|shall) (?:i|we)(?: do)?\\b|what to do|runbook|"
                    + "action items?|which commands?|what now|where (?:do|should) (?:i|we) (?:start|begin|look))");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        boolean fix = question.says(FIX);
        boolean undo = question.says(UNDO);
        boolean check = question.says(CHECK);
        if (!fix && !undo && !check && !question.says(NEXT)) {
            return List.of();
        }
        Hypothesis about = CausesTopic.meant(scene, question);
        if (about == null) {
            return List.of(TalkScene.plain(
                    "There is no hypothesis to act upon. " + scene.shown().summary() + "."));
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(TalkScene.cited("About [" + about.rank() + "] " + about.title() + ":", about));
        if (undo) {
            undo(about, statements);
        } else if (fix) {
            fixes(about, statements);
        } else if (check) {
            checks(about, statements);
        } else {
            steps(scene, about, statements);
        }
        return statements;
    }

    private static void fixes(Hypothesis about, List<Statement> statements) {
        for (Fix fix : about.fixes()) {
            add(statements, fix.action(), fix.command(), "risk " + fix.risk() + "; to undo it: " + fix.rollback());
        }
        if (about.fixes().isEmpty()) {
            statements.add(TalkScene.plain("No fix is known for this; settle the cause first."));
            checks(about, statements);
        }
    }

    private static void undo(Hypothesis about, List<Statement> statements) {
        for (Fix fix : about.fixes()) {
            statements.add(TalkScene.plain("To undo \"" + fix.action() + "\": " + fix.rollback()));
        }
        if (about.fixes().isEmpty()) {
            statements.add(TalkScene.plain("No fix is known for this, so that there is nothing to undo."));
        }
    }

    private static void checks(Hypothesis about, List<Statement> statements) {
        for (Check check : about.nextChecks()) {
            String then = check.then() == null ? "" : "; then: " + check.then();
            add(statements, check.check(), check.command(), "expect: " + check.expect() + then);
        }
    }

    private static void steps(TalkScene scene, Hypothesis about, List<Statement> statements) {
        if (about.rank() != 1 || scene.shown().runbook().isEmpty()) {
            checks(about, statements);
            fixes(about, statements);
            return;
        }
        for (RunbookStep step : scene.shown().runbook()) {
            add(statements, step.step() + ". " + step.action(), step.command(), step.why());
        }
    }

    private static void add(List<Statement> statements, String action, @Nullable String command, String note) {
        String run = command == null ? "" : " `" + command + "`";
        statements.add(TalkScene.plain(action + run + " (" + note + ")"));
    }
}
