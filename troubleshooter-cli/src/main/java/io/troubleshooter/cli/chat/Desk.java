package io.troubleshooter.cli.chat;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.redact.RedactedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chat is given to work with: conversations, evidence, and what there is to know about models and money. */
public interface Desk {

    /** A new conversation, without evidence. */
    Conversation begin();

    /**
     * A conversation that was kept.
     *
     * @param id or the beginning of one; empty for the last used
     * @throws io.troubleshooter.error.TroubleshooterException if there is none, or several begin so
     */
    Conversation resume(String id);

    /** Whether conversations outlast the program. */
    boolean keeps();

    /** Sessions kept, the last used first. */
    List<Header> sessions();

    /**
     * Reads a file, or all logs below a folder, into the conversation.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be read
     */
    void read(Conversation conversation, String file);

    /** The text without secrets, for the history of questions. */
    RedactedText redact(String text);

    /** Who answers: the provider and its model, or {@code offline}. */
    String analyst();

    /**
     * The conversation, answered from now on by another model.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if there is no provider to ask
     */
    Conversation use(String model, Conversation conversation);

    /** What the day's budget stands at; null where nothing costs. */
    Budgets.@Nullable Balance balance();

    AnswerCache cache();
}
