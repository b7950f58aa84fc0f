package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.redact.RedactedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions without a model, from the frame, the rules' findings and the lines themselves. What is asked is
 * recognised by its words, in English; what is not recognised is said to be so, with what can be asked. Every line shown
 * is a citation taken from the evidence. Immutable, thread-safe.
 */
public final class OfflineTalk {

    /** The first that recognises a question answers it: those that need more marks come before those that need fewer. */
    private static final List<OfflineTalkTopic> TOPICS = List.of(
            new OfflineTalkLines(),
            new OfflineTalkSearch(),
            new OfflineTalkCompare(),
            new OfflineTalkCodes(),
            new OfflineTalkCounts(),
            new OfflineTalkHelp(),
            new OfflineTalkActions(),
            new OfflineTalkBefore(),
            new OfflineTalkTimes(),
            new OfflineTalkStart(),
            new OfflineTalkCauses(),
            new OfflineTalkGroups(),
            new OfflineTalkTimeline(),
            new OfflineTalkEntities(),
            new OfflineTalkSummary());

    /**
     * The answer, at least one statement.
     *
     * @param last what was last shown, to which "rank 2" refers; null for the offline diagnosis of the file
     */
    public List<Statement> answer(CaseFile file, RedactedText question, @Nullable Diagnosis last) {
        OfflineTalkScene scene = new OfflineTalkScene(file, last == null ? file.offline() : last);
        List<Statement> answer = recognised(scene, question);
        return answer.isEmpty() ? OfflineTalkHelp.notUnderstood(scene) : answer;
    }

    /** The answer to the first question about a file; empty where it is not recognised. */
    public List<Statement> recognised(CaseFile file, RedactedText question) {
        return recognised(new OfflineTalkScene(file, file.offline()), question);
    }

    private static List<Statement> recognised(OfflineTalkScene scene, RedactedText question) {
        OfflineTalkQuestion asked = OfflineTalkQuestion.of(question.toString());
        for (OfflineTalkTopic topic : TOPICS) {
            List<Statement> answer = topic.answer(scene, asked);
            if (!answer.isEmpty()) {
                return answer;
            }
        }
        return List.of();
    }
}
