package io.troubleshooter.conversation;

import io.troubleshooter.model.Cancellation;

/** Answers one turn of a conversation. Thread-safe. Always answers: what fails becomes a note on the offline answer. */
@FunctionalInterface
public interface Investigator {

    Answer answer(Inquiry inquiry, AnswerListener listener, Cancellation cancellation);
}
