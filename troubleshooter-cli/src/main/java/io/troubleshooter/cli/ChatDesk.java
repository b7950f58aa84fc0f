package io.troubleshooter.cli;

import io.troubleshooter.Conversation;
import io.troubleshooter.cli.chat.Desk;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the chat works with, as configured. */
final class ChatDesk implements Desk {

    private static final int MOST_SESSIONS = 1_000;

    private final Surroundings around;
    private final Assistant assistant;

    ChatDesk(Surroundings around, Assistant assistant) {
        this.around = around;
        this.assistant = assistant;
    }

    @Override
    public Conversation begin() {
        return assistant.begin();
    }

    @Override
    public Conversation resume(String start) {
        return assistant.resume(find(start).id());
    }

    /** The session whose id begins so; the last used for an empty word. */
    Header find(String start) {
        List<Header> found = sessions().stream()
                .filter(session -> session.id().startsWith(start))
                .toList();
        if (found.isEmpty() || (found.size() > 1 && !start.isEmpty())) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    (found.isEmpty() ? "There is no session " : "Several sessions begin with ") + start,
                    "Those kept are listed by: tst chat --list");
        }
        return found.get(0);
    }

    @Override
    public boolean keeps() {
        return assistant.stores().lasting();
    }

    @Override
    public List<Header> sessions() {
        return assistant.stores().sessions().list(Assistant.OWNER, MOST_SESSIONS);
    }

    @Override
    public void read(Conversation conversation, String file) {
        try {
            Inputs.open(around, List.of(file)).forEach(input -> conversation.add(input.source()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public RedactedText redact(String text) {
        return RedactionSession.create().redact(text);
    }

    @Override
    public String analyst() {
        return assistant.analyst();
    }

    @Override
    public Conversation use(String model, Conversation conversation) {
        assistant.use(model);
        return assistant.resume(conversation.id());
    }

    @Override
    public Budgets.@Nullable Balance balance() {
        return assistant.balance();
    }

    @Override
    public AnswerCache cache() {
        return assistant.cache();
    }
}
