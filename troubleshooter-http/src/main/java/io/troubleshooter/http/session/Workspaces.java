package io.troubleshooter.http.session;

import io.troubleshooter.http.access.Caller;

/** Sessions, opened when they are needed and closed when nobody uses them. Thread-safe. */
public interface Workspaces {

    /**
     * Begins a session of the caller's own.
     *
     * @param title as the user gave it; redacted before it is kept; empty for the first source's name
     */
    Workspace create(Caller caller, String title);

    /**
     * The session, if the caller may do this with it.
     *
     * @throws io.troubleshooter.http.problem.ProblemException {@code session_not_found} where there is none for this
     *     caller, {@code forbidden} where they may only do less
     */
    Workspace open(Caller caller, String id, Right right);
}
