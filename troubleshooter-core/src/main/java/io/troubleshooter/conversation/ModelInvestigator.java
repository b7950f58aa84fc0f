package io.troubleshooter.conversation;

import io.troubleshooter.model.Cancellation;

/**
 * Answers with a model: offline first, then triage, looks at the evidence, explanation, verification, one repair. Whatever
 * fails, the answer is the offline one, or what was complete, and says so. Immutable, thread-safe.
 */
public final class ModelInvestigator implements Investigator {

    private final ModelSetup setup;
    private final Wording wording;

    public ModelInvestigator(ModelSetup setup) {
        this.setup = setup;
        this.wording = new Wording(setup.prompts());
    }

    @Override
    public Answer answer(Inquiry inquiry, AnswerListener listener, Cancellation cancellation) {
        AnswerListener safe = new SafeListener(listener);
        safe.offline(inquiry.file().offline());
        if (inquiry.file().frame().sources().isEmpty() && inquiry.question() == null) {
            return OfflineInvestigator.answer(
                    inquiry,
                    safe,
                    java.util.List.of(),
                    java.util.List.of(),
                    io.troubleshooter.diagnosis.Diagnosis.Usage.offline(0));
        }
        return new ModelTurn(setup, wording, inquiry, safe, cancellation).answer();
    }
}
