package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.prompt.Nonce;
import io.troubleshooter.talk.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One turn within rate limit, budget and time. The budget is settled once, whatever happens. Not thread-safe. */
final class ModelTurn {

    private static final Duration LEASE_MARGIN = Duration.ofMinutes(1);

    private final ModelSetup setup;
    private final TurnPrompts prompts;
    private final Inquiry inquiry;
    private final AnswerListener listener;
    private final Cancellation cancellation;
    private final Audit audit;
    private final long startMillis;

    ModelTurn(
            ModelSetup setup,
            TurnPrompts prompts,
            Inquiry inquiry,
            AnswerListener listener,
            Cancellation cancellation) {
        this.setup = setup;
        this.prompts = prompts;
        this.inquiry = inquiry;
        this.listener = listener;
        this.cancellation = cancellation;
        this.audit = new Audit(setup, inquiry);
        this.startMillis = setup.clock().millis();
    }

    Made answer() {
        try {
            Duration wait = setup.rateLimit().tryAcquire(inquiry.account());
            if (!wait.isZero()) {
                audit.note("refuse-rate", "wait=" + wait.toMillis() + "ms", 0);
                return offline("Too many questions in a short time: no model was asked. Ask again in "
                        + Math.max(1, wait.toSeconds()) + " s.");
            }
            return withinBudget();
        } catch (RuntimeException defect) {
            audit.note("fall-back", "why=" + defect.getClass().getSimpleName(), 0);
            return offline("There is no answer of a model, as a part of this program failed ("
                    + defect.getClass().getSimpleName() + "); this is what rules found.");
        }
    }

    private Made withinBudget() {
        TurnSteps steps = steps();
        Duration time = setup.settings().turnTime();
        String id = inquiry.session() + "-" + Nonce.next(setup.random()).value();
        Budgets.Decision decision =
                setup.budgets().reserve(inquiry.account(), id, steps.worstCase(), time.plus(LEASE_MARGIN));
        if (decision instanceof Budgets.Refused refused) {
            return refused(refused);
        }
        Budgets.Reservation reservation = (Budgets.Reservation) decision;
        BudgetedModel model = new BudgetedModel(
                setup.provider(), setup.clock(), reservation.microUsd(), startMillis + time.toMillis(), cancellation);
        try {
            return investigate(steps, model);
        } finally {
            settle(reservation, model.spent());
        }
    }

    private TurnSteps steps() {
        if (setup.screen() == TextScreen.NONE) {
            return steps(listener);
        }
        HeldListener held = new HeldListener(listener);
        return new ScreenedSteps(steps(held), setup, inquiry, held, listener, cancellation);
    }

    private TurnSteps steps(AnswerListener told) {
        return inquiry.file().frame().sources().isEmpty()
                ? new GeneralTurn(setup, inquiry, told, prompts)
                : new Investigation(setup, inquiry, told, prompts);
    }

    private Made refused(Budgets.Refused refused) {
        audit.note("refuse-budget", "left=" + refused.left(), 0);
        return offline("No model was asked: the answer could cost more than the " + usd(refused.left())
                + " that is left of today's budget. It begins anew at " + refused.resets() + ".");
    }

    private void settle(Budgets.Reservation reservation, long microUsd) {
        try {
            setup.budgets().settle(reservation, microUsd);
        } catch (RuntimeException unavailable) {
            // The reservation then counts in full when its lease ends: nothing is lost but the difference.
            audit.note("settle-failed", "reservation=" + reservation.id(), microUsd);
        }
    }

    private Made investigate(TurnSteps steps, BudgetedModel model) {
        try {
            Made made = steps.answer(model, startMillis);
            audit.answer(steps.route(), made.answer(), model.spent());
            return made;
        } catch (ModelException failed) {
            audit.fallBack(failed, prompts.references(), model);
            Usage usage = TurnResult.usage(model, setup.clock().millis() - startMillis);
            return new Made(
                    OfflineInvestigator.answer(inquiry, listener, List.of(note(failed)), steps.looked(), usage), false);
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

    private Made offline(String note) {
        Usage usage = Usage.offline(setup.clock().millis() - startMillis);
        return new Made(OfflineInvestigator.answer(inquiry, listener, List.of(note), List.of(), usage), false);
    }

    private static String usd(long micro) {
        return String.format(Locale.ROOT, "$%.3f", micro / 1e6);
    }
}
