package io.troubleshooter.cli.chat;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversation at hand; another may take its place. */
final class Talk {

    private Conversation conversation;

    Talk(Conversation conversation) {
        this.conversation = conversation;
    }

    Conversation conversation() {
        return conversation;
    }

    void replace(Conversation other) {
        conversation = other;
    }

    /** As much of the id as people have to type. */
    String id() {
        String id = conversation.id();
        return id.substring(0, Math.min(8, id.length()));
    }

    CaseFile file() {
        return conversation.file();
    }

    /** Of the last answer; before the first, of the rules. */
    Diagnosis diagnosis() {
        List<Turn> turns = conversation.turns();
        return turns.isEmpty()
                ? conversation.file().offline()
                : turns.get(turns.size() - 1).answer().diagnosis();
    }

    /** The output of a tool in any turn; null where none has that id. */
    @Nullable
    RedactedText output(String id) {
        for (Turn turn : conversation.turns()) {
            for (var tool : turn.answer().tools()) {
                if (tool.id().equals(id)) {
                    return tool.output();
                }
            }
        }
        return null;
    }

    /** What all answers so far cost, in micro-USD. */
    long spent() {
        double dollars = 0;
        for (Turn turn : conversation.turns()) {
            Diagnosis.Usage usage = turn.answer().diagnosis().usage();
            dollars += usage.cached() ? 0 : usage.costUsd();
        }
        return Figures.microUsd(dollars);
    }
}
