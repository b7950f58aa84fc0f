package io.troubleshooter.http.session;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.SessionStore;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Whether a conversation in memory is as the store has it, where other instances may have gone on with it. */
public final class Freshness {

    /** Nobody else is expected to write; it is believed without a look into the store. */
    public static final Freshness ALONE = new Freshness(null);

    private final @Nullable SessionStore shared;

    private Freshness(@Nullable SessionStore shared) {
        this.shared = shared;
    }

    /** For a store that others write to as well. */
    public static Freshness of(SessionStore store) {
        return new Freshness(store);
    }

    /** What is known of it. */
    enum State {
        CURRENT,
        /** Others have gone on with it. */
        OUTDATED,
        GONE
    }

    boolean shared() {
        return shared != null;
    }

    State of(String owner, Conversation conversation) {
        if (shared == null) {
            return conversation.outdated() ? State.OUTDATED : State.CURRENT;
        }
        OptionalInt stored = shared.revision(owner, conversation.id());
        if (stored.isEmpty()) {
            return State.GONE;
        }
        boolean behind = conversation.outdated() || conversation.revision() < stored.getAsInt();
        return behind ? State.OUTDATED : State.CURRENT;
    }
}
