package io.troubleshooter.http.session;

/**
 * Removes what belongs to a session when the session is removed: comments, jobs, uploads and the like. Called once or
 * more for each session, also after a crash in the middle: removing what is gone already is no failure.
 */
@FunctionalInterface
public interface SessionCleaner {

    /**
     * Removes everything kept for the session.
     *
     * @param session id; from now on nothing new is stored under it
     */
    void forget(String session);
}
