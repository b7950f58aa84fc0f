package io.troubleshooter.conversation;

/**
 * What a turn made of a hypothesis.
 *
 * @param cause of the hypothesis
 * @param why one sentence
 */
public record Change(Kind kind, String cause, String title, String why) {

    /** What happened to it. */
    public enum Kind {
        NEW,
        CONFIRMED,
        REFINED,
        RETRACTED
    }
}
