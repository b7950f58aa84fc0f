package io.troubleshooter.http.api;

import io.troubleshooter.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What may be asked: longer than this it is evidence, and would be cut without a word. */
final class QuestionText {

    /** Characters. */
    private static final int MAX = 8_000;

    private QuestionText() {}

    /** @throws ProblemException at this pointer if it is too long */
    static @Nullable String checked(@Nullable String question, String pointer) {
        if (question != null && question.length() > MAX) {
            throw ProblemException.invalid(
                    pointer, "A question has at most " + MAX + " characters; send logs as evidence.");
        }
        return question;
    }
}
