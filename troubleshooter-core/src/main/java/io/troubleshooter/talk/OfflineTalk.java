package io.troubleshooter.talk;

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
    private static final List<Topic> TOPICS = List.of(
            new LinesTopic(),
            new SearchTopic(),
            new CompareTopic(),
            new CodesTopic(),
            new CountsTopic(),
            new HelpTopic(),
            new ActionsTopic(),
            new BeforeTopic(),
            new TimesTopic(),
            new StartTopic(),
            new CausesTopic(),
            new GroupsTopic(),
            new TimelineTopic(),
            new EntitiesTopic(),
            new SummaryTopic());

    /**
     * The answer, at least one statement.
     *
     * @param last what was last shown, to which "rank 2" refers; null for the offline diagnosis of the file
     */
    public List<Statement> answer(CaseFile file, RedactedText question, @Nullable Diagnosis last) {
        TalkScene scene = new TalkScene(file, last == null ? file.offline() : last);
        List<Statement> answer = recognised(scene, question);
        return answer.isEmpty() ? HelpTopic.notUnderstood(scene) : answer;
    }

    /** The answer to the first question about a file; empty where it is not recognised. */
    public List<Statement> recognised(CaseFile file, RedactedText question) {
        return recognised(new TalkScene(file, file.offline()), question);
    }

    private static List<Statement> recognised(TalkScene scene, RedactedText question) {
        Question asked = Question.of(question.toString());
        for (Topic topic : TOPICS) {
            List<Statement> answer = topic.answer(scene, asked);
            if (!answer.isEmpty()) {
                return answer;
            }
        }
        return List.of();
    }
}
