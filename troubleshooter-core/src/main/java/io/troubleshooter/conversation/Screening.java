package io.troubleshooter.conversation;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.model.TextScreen.Side;
import io.troubleshooter.model.TextScreen.Verdict;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opinions of one turn, what they cost and what is to be said of them. Where there is no opinion to be had, the turn
 * goes on: the checks in code hold without it. Not thread-safe.
 */
final class Screening {

    /** A guardrail answers within a second; nobody waits longer for a second opinion. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final TextScreen screen;
    private final Cancellation cancellation;
    private final List<String> notes = new ArrayList<>();
    private final StringBuilder record = new StringBuilder();
    private long units;
    private boolean complete = true;

    Screening(TextScreen screen, Cancellation cancellation) {
        this.screen = screen;
        this.cancellation = cancellation;
    }

    /**
     * Asks about a text, if there is one.
     *
     * @param what it is: {@code question}, {@code evidence} or {@code answer}
     * @param model pays
     * @return names of the policies that stepped in; null where none did, or there is no opinion
     * @throws ModelException.Cancelled if the turn was stopped
     */
    @Nullable
    String objects(String what, @Nullable RedactedText text, Side side, BudgetedModel model) {
        if (text == null || text.toString().isBlank()) {
            return null;
        }
        try {
            Verdict verdict = screen.screen(text, side, limits(model));
            model.charge(verdict.microUsd());
            units += verdict.units();
            record(what, verdict.intervened() ? "stopped" : "passed");
            return verdict.intervened() ? named(verdict.policies()) : null;
        } catch (ModelException.Cancelled stopped) {
            throw stopped;
        } catch (RuntimeException noOpinion) {
            model.charge(noOpinion instanceof ModelException.TimedOut ? screen.most(text.length()) : 0);
            goOnWithout(what, noOpinion);
            return null;
        }
    }

    private CallLimits limits(BudgetedModel model) {
        Duration left = model.left();
        return new CallLimits(left.compareTo(LONGEST) < 0 ? left : LONGEST, cancellation);
    }

    private static String named(List<String> policies) {
        return policies.isEmpty() ? "its policies" : String.join(", ", policies);
    }

    private void goOnWithout(String what, RuntimeException why) {
        complete = false;
        record(what, "unknown");
        String reason = why instanceof ModelException failed
                ? String.valueOf(failed.getMessage())
                : "It failed (" + why.getClass().getSimpleName() + ").";
        notes.add("The guardrail gave no opinion of the " + what + ", and the turn went on without: "
                + PlainText.line(reason, 200));
    }

    private void record(String what, String came) {
        record.append(what).append('=').append(came).append(' ');
    }

    void note(String note) {
        notes.add(note);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Whether there was an opinion wherever one was asked for. */
    boolean complete() {
        return complete;
    }

    /** Words for the audit log. */
    String detail() {
        return record + "units=" + units;
    }
}
