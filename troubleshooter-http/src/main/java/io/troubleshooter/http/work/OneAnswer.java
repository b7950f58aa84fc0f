package io.troubleshooter.http.work;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.model.Cancellation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers of a model that a request waits for, about evidence that is not kept. Thread-safe. */
public final class OneAnswer {

    private final Lanes lanes;
    private final AnswerWatch watch;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

    public OneAnswer(Lanes lanes, AnswerWatch watch) {
        this.lanes = lanes;
        this.watch = watch;
    }

    /**
     * Asks the model that is configured; where that fails or may not be, rules answer and it says so. Not to be called
     * from within {@link Lanes#run}, whose places are for work and not for waiting.
     *
     * @param conversation with the evidence, stored nowhere
     * @param question null to ask only what broke
     * @throws ProblemException {@code busy} if too many wait for the model; {@code stopping}
     */
    public Answer ask(Caller caller, Conversation conversation, @Nullable String question) {
        Cancellation cancellation = new Cancellation();
        return lanes.ask(caller, () -> {
            running.add(cancellation);
            try {
                return watch.answer(
                        AnswerListener.NONE,
                        listener -> conversation.ask(
                                question, Conversation.Asker.of(caller.account()), listener, cancellation));
            } finally {
                running.remove(cancellation);
            }
        });
    }

    /** Lets rules answer what the model has not answered yet. */
    public void stop() {
        running.forEach(Cancellation::cancel);
    }
}
