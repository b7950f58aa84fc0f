package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.prompt.Nonce;
import java.util.List;

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
            return OfflineInvestigator.answer(inquiry, safe, List.of(), List.of(), Usage.offline(0));
        }
        TurnPrompts prompts = new TurnPrompts(
                setup.prompts(), setup.experiments(), wording, inquiry.session(), Nonce.next(setup.random()));
        ModelTurn turn = new ModelTurn(setup, prompts, inquiry, safe, cancellation);
        CachedTurn cached = new CachedTurn(setup, inquiry, safe, turn::answer);
        Answer answer = cached.answer(() -> CacheKey.of(setup, prompts, inquiry));
        if (answer.diagnosis().usage().cached()) {
            new Audit(setup, inquiry).cached(answer);
        }
        return answer;
    }
}
