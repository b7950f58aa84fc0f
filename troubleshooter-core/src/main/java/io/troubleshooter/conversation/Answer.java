package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;

/**
 * The answer of one turn.
 *
 * @param statements what the question got for an answer, paragraph by paragraph; may be empty where nothing was asked
 * @param diagnosis what is now held to have happened, offline findings merged in
 * @param changes what this turn made of earlier hypotheses
 * @param notes how it came about where that is not as usual: offline for want of a budget, stopped, a limit reached, ...
 * @param tools calls made, in order
 */
public record Answer(
        Kind kind,
        List<Statement> statements,
        Diagnosis diagnosis,
        List<Change> changes,
        List<String> notes,
        List<ToolAnswer> tools,
        CitationCount citations) {

    /** What rules and lines say by themselves. */
    public static Answer offline(List<Statement> statements, Diagnosis diagnosis) {
        return new Answer(Kind.EVIDENCE, statements, diagnosis, List.of(), List.of(), List.of(), CitationCount.NONE);
    }

    /** What kind of answer it is. */
    public enum Kind {
        /** Rests on the evidence. */
        EVIDENCE,
        /** General knowledge: there is no evidence, nothing is cited. */
        GENERAL,
        /** Not about infrastructure. */
        DECLINED
    }

    /**
     * What the check of the model's citations and claims came to.
     *
     * @param claimed citations that the model gave
     * @param standing of these, how many were found to stand
     * @param unsupported claims dropped or marked, since something in them is not in the evidence
     */
    public record CitationCount(int claimed, int standing, int unsupported) {

        public static final CitationCount NONE = new CitationCount(0, 0, 0);
    }
}
