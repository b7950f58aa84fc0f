package io.troubleshooter.http.access;

/**
 * Who calls.
 *
 * @param project tenant: nothing of another one can be seen
 * @param user within the project
 * @param role what they may do
 * @param means how they showed it
 * @param credential id of the key, token or login, for limits and audit; not secret
 */
public record Caller(String project, String user, Role role, Means means, String credential) {

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
