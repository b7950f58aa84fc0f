package io.troubleshooter.http.access;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param project tenant: nothing of another one can be seen
 * @param user within the project
 * @param role what they may do
 * @param means how they showed it
 * @param credential id of the key, token, login or link, for limits and audit; not secret
 * @param session the only one that may be seen; null for no such limit, never null with {@link Means#LINK}
 */
public record Caller(
        String project,
        String user,
        Role role,
        Means means,
        String credential,
        @Nullable String session) {

    /** Begins the names of those who have a link only. */
    static final String LINK_USER = "link:";

    public Caller {
        if (means == Means.LINK && session == null) {
            throw new IllegalArgumentException("a link opens one session");
        }
    }

    public Caller(String project, String user, Role role, Means means, String credential) {
        this(project, user, role, means, credential, null);
    }

    /** Somebody with a read-only link to a session. */
    public static Caller ofLink(String project, String link, String session) {
        return new Caller(project, LINK_USER + link, Role.VIEWER, Means.LINK, link, session);
    }

    /** How a caller shows who they are. */
    public enum Means {
        /** Nobody has to: the service listens on this machine only. */
        LOCAL,
        KEY,
        TOKEN,
        /** Cookie of a login from the page. */
        LOGIN,
        /** A read-only link to one session. */
        LINK,
        /** A signed message of another program. */
        SIGNATURE
    }

    /** Who pays and owns, across projects. */
    public String account() {
        return project + "/" + user;
    }
}
