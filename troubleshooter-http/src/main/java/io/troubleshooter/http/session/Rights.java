package io.troubleshooter.http.session;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do with a session: the owner everything; whoever follows a link sees the one session that it opens;
 * others of the project what the owner shares. Administrators see no more than others, but may remove any session of
 * their project.
 */
final class Rights {

    private Rights() {}

    /** Null for nothing: then the session does not exist for the caller. */
    static @Nullable Right of(Caller caller, SessionCard card) {
        if (!caller.project().equals(card.project())) {
            return null;
        }
        String only = caller.session();
        if (only != null) {
            return only.equals(card.id()) ? Right.READ : null;
        }
        return caller.user().equals(card.user()) ? Right.OWN : shared(caller, card.share());
    }

    private static @Nullable Right shared(Caller caller, SessionCard.Share share) {
        if (share.role() == null || !caller.role().covers(share.role())) {
            return null;
        }
        return share.contribute() && caller.role().covers(Role.ANALYST) ? Right.CONTRIBUTE : Right.READ;
    }

    /** Whether the caller may remove the session. */
    static boolean mayRemove(Caller caller, SessionCard card) {
        boolean administers = caller.session() == null
                && caller.role() == Role.ADMIN
                && caller.project().equals(card.project());
        return administers || of(caller, card) == Right.OWN;
    }
}
