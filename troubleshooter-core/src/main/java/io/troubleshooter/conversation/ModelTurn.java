package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.prompt.Nonce;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One turn within rate limit, budget and time. The budget is settled once, whatever happens. Not thread-safe. */
final class ModelTurn {

    private static final Duration LEASE_MARGIN = Duration.ofMinutes(1);

    private final ModelSetup setup;
    private final Inquiry inquiry;
    private final AnswerListener listener;
    private final Cancellation cancellation;
    private final TurnPrompts prompts;
    private final long startMillis;
    private final String id;

    ModelTurn(ModelSetup setup, Wording wording, Inquiry inquiry, AnswerListener listener, Cancellation cancellation) {
        this.setup = setup;
        this.inquiry = inquiry;
        this.listener = listener;
        this.cancellation = cancellation;
        this.startMillis = setup.clock().millis();
        this.id = inquiry.session() + "-" + Nonce.next(setup.random()).value();
        this.prompts = new TurnPrompts(
                setup.prompts(), setup.experiments(), wording, inquiry.session(), Nonce.next(setup.random()));
    }

    Answer answer() {
        try {
            Duration wait = setup.rateLimit().tryAcquire(inquiry.account());
            if (!wait.isZero()) {
                audit("refuse-rate", "", 0);
                return offline("Too many questions in a short time: no model was asked. Ask again in "
                        + Math.max(1, wait.toSeconds()) + " s.");
            }
            return withinBudget();
        } catch (RuntimeException defect) {
            return offline("No model was asked, as a part of this program failed ("
                    + defect.getClass().getSimpleName() + ").");
        }
    }

    private Answer withinBudget() {
        TurnSteps steps = steps();
        Duration turn = setup.settings().turnTime();
        Budgets.Decision decision =
                setup.budgets().reserve(inquiry.account(), id, steps.worstCase(), turn.plus(LEASE_MARGIN));
        if (decision instanceof Budgets.Refused refused) {
            audit("refuse-budget", "left=" + refused.left(), 0);
            return offline("No model was asked: the answer could cost more than the " + usd(refused.left())
                    + " that is left of today's budget. It begins anew at " + refused.resets() + ".");
        }
        Budgets.Reservation reservation = (Budgets.Reservation) decision;
        BudgetedModel model = new BudgetedModel(
                setup.provider(), setup.clock(), reservation.microUsd(), startMillis + turn.toMillis(), cancellation);
        try {
            return investigate(steps, model);
        } finally {
            settle(reservation, model.spent());
        }
    }

    private TurnSteps steps() {
        return inquiry.file().frame().sources().isEmpty()
                ? new GeneralTurn(setup, inquiry, listener, prompts)
                : new Investigation(setup, inquiry, listener, prompts);
    }

    private void settle(Budgets.Reservation reservation, long microUsd) {
        try {
            setup.budgets().settle(reservation, microUsd);
        } catch (RuntimeException unavailable) {
            // The reservation then counts in full when its lease ends: nothing is lost but the difference.
            audit("settle-failed", "reservation=" + reservation.id(), microUsd);
        }
    }

    private Answer investigate(TurnSteps steps, BudgetedModel model) {
        try {
            Answer answer = steps.answer(model, startMillis);
            audit("answer", "prompts=" + prompts.references() + " route=" + steps.route(), model.spent());
            return answer;
        } catch (ModelException failed) {
            audit("fall-back", "why=" + failed.getClass().getSimpleName(), model.spent());
            return OfflineInvestigator.answer(
                    inquiry,
                    listener,
                    List.of(note(failed)),
                    steps.looked(),
                    TurnResult.usage(model, setup.clock().millis() - startMillis));
        }
    }

    /** The provider's words never quote anything, and pass the redactor all the same. */
    private String note(ModelException failed) {
        if (failed instanceof ModelException.Cancelled) {
            return "Stopped before the model had answered.";
        }
        String words = failed.getMessage() + " " + failed.advice();
        return "The model gave no answer; this is what rules found. "
                + inquiry.redaction().redact(PlainText.line(words, 400));
    }

    private Answer offline(String note) {
        return OfflineInvestigator.answer(
                inquiry,
                listener,
                List.of(note),
                List.of(),
                Usage.offline(setup.clock().millis() - startMillis));
    }

    private void audit(String action, String detail, long microUsd) {
        try {
            setup.audit()
                    .record(new AuditLog.Event(
                            setup.clock().instant(), inquiry.account(), inquiry.session(), action, detail, microUsd));
        } catch (RuntimeException unavailable) {
            // An answer is worth more than its record.
        }
    }

    private static String usd(long micro) {
        return String.format(Locale.ROOT, "$%.3f", micro / 1e6);
    }
}
