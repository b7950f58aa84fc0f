package io.troubleshooter.eval;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.eval.CaseScore.Share;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import java.nio.file.Path;

/** A conversation of one turn with a model, as a user would have it. */
public final class ModelAnalyst implements Analyst {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Opening opening;

    public ModelAnalyst(Opening opening) {
        this.opening = opening;
    }

    /** Begins the conversations. */
    public interface Opening {

        /** Whether the model has something to say to the case. */
        default boolean answers(EvalCase eval) {
            return true;
        }

        /** A new conversation, without evidence. */
        Conversation open(EvalCase eval, int repeat);
    }

    @Override
    public String id() {
        return "model";
    }

    @Override
    public boolean answers(EvalCase eval) {
        return opening.answers(eval);
    }

    @Override
    public Attempt answer(EvalCase eval, int repeat) {
        Conversation conversation = opening.open(eval, repeat);
        long start = System.nanoTime();
        for (Path input : eval.inputs()) {
            conversation.add(LogSource.of(input));
        }
        Answer answer = conversation.ask(eval.question(), AnswerListener.NONE, new Cancellation());
        return attempt(answer, (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    private static Attempt attempt(Answer answer, double latencyMs) {
        Share standing =
                new Share(answer.citations().standing(), answer.citations().claimed());
        boolean fellBack = !answer.diagnosis().producedBy().analyst().equals("model");
        return new Attempt(
                answer.diagnosis(),
                answer.statements(),
                answer.tools(),
                latencyMs,
                new CaseScore.ByModel(standing, fellBack));
    }
}
