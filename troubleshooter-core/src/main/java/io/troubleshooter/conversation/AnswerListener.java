package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;

/** Watches an answer form, on the thread that asked. What it is given has been checked. */
public interface AnswerListener {

    AnswerListener NONE = new AnswerListener() {};

    /** The offline diagnosis, at once. */
    default void offline(Diagnosis diagnosis) {}

    /** What is being done now: {@code triage}, {@code tools}, {@code explain}, {@code repair}. */
    default void stage(String name) {}

    default void tool(ToolAnswer answer) {}

    /** The next paragraph. */
    default void statement(Statement statement) {}

    /** A hypothesis of the model that has passed the check; its rank may still change. */
    default void hypothesis(Hypothesis hypothesis) {}
}
