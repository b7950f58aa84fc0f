package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.TextScreen.Side;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a turn with a second opinion around them. A question that is stopped never reaches a model; evidence that
 * is objected to is handed on as doubtful; an answer that is held back is not shown. In either case rules answer, and the
 * answer says so. Not thread-safe.
 */
final class ScreenedSteps implements TurnSteps {

    /** Characters of an answer that are paid for in advance; longer ones are looked at all the same. */
    private static final int LONG_ANSWER = 25_000;

    private final TurnSteps steps;
    private final ModelSetup setup;
    private final Inquiry inquiry;
    private final HeldListener held;
    private final AnswerListener listener;
    private final Audit audit;
    private final Screening screening;

    /** @param held what the steps tell; {@code listener} behind it */
    ScreenedSteps(
            TurnSteps steps,
            ModelSetup setup,
            Inquiry inquiry,
            HeldListener held,
            AnswerListener listener,
            Cancellation cancellation) {
        this.steps = steps;
        this.setup = setup;
        this.inquiry = inquiry;
        this.held = held;
        this.listener = listener;
        this.audit = new Audit(setup, inquiry);
        this.screening = new Screening(setup.screen(), cancellation);
    }

    @Override
    public String route() {
        return steps.route();
    }

    @Override
    public List<ToolAnswer> looked() {
        return steps.looked();
    }

    @Override
    public @Nullable RedactedText digest() {
        return steps.digest();
    }

    @Override
    public void doubt() {
        steps.doubt();
    }

    @Override
    public long worstCase() {
        return Math.min(steps.worstCase() + screens(), setup.settings().turnMicroUsd());
    }

    private long screens() {
        return most(inquiry.question()) + most(digest()) + setup.screen().most(LONG_ANSWER);
    }

    private long most(@Nullable RedactedText text) {
        return text == null ? 0 : setup.screen().most(text.length());
    }

    @Override
    public Made answer(BudgetedModel model, long startMillis) {
        model.keep(screens());
        try {
            return screened(model, startMillis);
        } finally {
            audit.note("screen", screening.detail(), 0);
        }
    }

    private Made screened(BudgetedModel model, long startMillis) {
        String question = screening.objects("question", inquiry.question(), Side.INPUT, model);
        if (question != null) {
            return instead(
                    "The guardrail stopped the question (" + question + "): no model was asked.", model, startMillis);
        }
        String evidence = screening.objects("evidence", digest(), Side.INPUT, model);
        if (evidence != null) {
            steps.doubt();
            screening.note("The guardrail finds that something in the evidence may try to give orders (" + evidence
                    + "): the model was told to doubt it.");
        }
        Made made = steps.answer(model, startMillis);
        String answer = screening.objects("answer", AnswerWords.of(made.answer(), inquiry), Side.OUTPUT, model);
        if (answer != null) {
            return instead(
                    "The guardrail held back the model's answer (" + answer + "); this is what rules found.",
                    model,
                    startMillis);
        }
        held.release();
        return noted(made, TurnResult.usage(model, setup.clock().millis() - startMillis));
    }

    private Made instead(String why, BudgetedModel model, long startMillis) {
        screening.note(why);
        Diagnosis.Usage usage = TurnResult.usage(model, setup.clock().millis() - startMillis);
        return new Made(OfflineInvestigator.answer(inquiry, listener, screening.notes(), steps.looked(), usage), false);
    }

    private Made noted(Made made, Diagnosis.Usage usage) {
        Answer answer = made.answer();
        List<String> notes = new ArrayList<>(answer.notes());
        notes.addAll(screening.notes());
        Answer whole = new Answer(
                answer.kind(),
                answer.statements(),
                Results.with(answer.diagnosis(), usage),
                answer.changes(),
                List.copyOf(notes),
                answer.tools(),
                answer.citations());
        return new Made(whole, made.whole() && screening.complete());
    }
}
