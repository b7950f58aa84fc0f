package io.troubleshooter.http.view;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.talk.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session at one moment: what was read and what is held to have happened.
 *
 * @param turn the newest about this evidence; null where nothing was asked since the last of it came
 */
public record Snapshot(CaseFile file, @Nullable Turn turn) {

    public static Snapshot of(Conversation conversation) {
        CaseFile file = conversation.file();
        return new Snapshot(file, newest(conversation.turns(), file.frame()));
    }

    private static @Nullable Turn newest(List<Turn> turns, IncidentFrame frame) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Answer answer = turns.get(i).answer();
            if (answer.kind() == Answer.Kind.EVIDENCE) {
                return sameEvidence(answer.diagnosis().frame(), frame) ? turns.get(i) : null;
            }
        }
        return null;
    }

    private static boolean sameEvidence(IncidentFrame one, IncidentFrame other) {
        return one == other || one.sources().equals(other.sources());
    }

    public IncidentFrame frame() {
        return file.frame();
    }

    public Evidence evidence() {
        return file.evidence();
    }

    /** The newest diagnosis: of the last answer, else the offline one. */
    public Diagnosis diagnosis() {
        return turn == null ? file.offline() : turn.answer().diagnosis();
    }
}
