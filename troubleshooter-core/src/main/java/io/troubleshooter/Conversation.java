package io.troubleshooter;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.CaseFile;
import io.troubleshooter.conversation.Change;
import io.troubleshooter.conversation.Feedback;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation about evidence, over many turns: evidence can be added at any time, questions refer to all of it. One
 * turn at a time; thread-safe otherwise.
 */
public final class Conversation {

    private final String id;
    private final Analysis analysis;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Feedback> feedback = new ArrayList<>();

    Conversation(String id, Analysis analysis) {
        this.id = id;
        this.analysis = analysis;
    }

    /** Opaque and unguessable; under it the session can be resumed. */
    public String id() {
        return id;
    }

    /**
     * Reads more evidence, as the next {@code S}.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be read or is no text
     */
    public void add(LogSource source) {
        analysis.read(source);
    }

    /** All evidence so far, and the offline diagnosis. */
    public CaseFile file() {
        Diagnosis offline = analysis.diagnose(null);
        return new CaseFile(offline.frame(), Evidence.NONE, offline);
    }

    /**
     * Answers; never fails for want of a model, a budget or time: then the answer is the offline one and says so.
     *
     * @param question null to ask only what broke
     */
    public Answer ask(@Nullable String question, AnswerListener listener, Cancellation cancellation) {
        Diagnosis offline = analysis.diagnose(question);
        List<Change> none = List.of();
        return new Answer(
                Answer.Kind.EVIDENCE, List.of(), offline, none, List.of(), List.of(), Answer.CitationCount.NONE);
    }

    /**
     * Says whether a hypothesis is right, which changes the ranking from the next turn on.
     *
     * @param rank of the hypothesis in the last answer
     */
    public void feedback(int rank, boolean confirmed, @Nullable String note) {
        throw new IllegalArgumentException("there is no hypothesis of rank " + rank + "; the answer has none");
    }

    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    public List<Feedback> feedback() {
        return List.copyOf(feedback);
    }
}
