package io.troubleshooter.http.work;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import java.util.function.Function;

/** Watches answers being made, for figures. */
@FunctionalInterface
public interface AnswerWatch {

    AnswerWatch NONE = (listener, ask) -> ask.apply(listener);

    /**
     * Lets an answer be made.
     *
     * @param listener to be told everything
     * @param ask makes it, and tells the listener that it is given
     */
    Answer answer(AnswerListener listener, Function<AnswerListener, Answer> ask);
}
