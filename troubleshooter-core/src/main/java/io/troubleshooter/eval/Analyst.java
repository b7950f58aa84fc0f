package io.troubleshooter.eval;

/** Answers cases: the engine as it is, or something simple to compare it with. */
public interface Analyst {

    /** Short name, the same over all runs that are to be compared: {@code offline}, {@code model}, ... */
    String id();

    /** Whether it has an answer to the case; recorded models have one where a reply was recorded. */
    default boolean answers(EvalCase eval) {
        return true;
    }

    /**
     * Answers a case.
     *
     * @param repeat how many times the case was answered before
     */
    Attempt answer(EvalCase eval, int repeat);
}
