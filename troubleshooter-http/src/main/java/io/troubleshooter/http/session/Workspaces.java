package io.troubleshooter.http.session;

import io.troubleshooter.http.access.Caller;
import java.time.Duration;
import java.util.Optional;

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

    /** The session as it is at this moment, also if another instance has gone on with it. */
    Workspace current(Workspace workspace);

    /**
     * The right to bring evidence, which one has at a time, whichever instance they work on.
     *
     * @param patience how long to wait for it
     * @return empty if somebody else had it all the time
     */
    Optional<Turn> turn(Workspace workspace, Duration patience);

    /** A turn, until it is closed. */
    interface Turn extends AutoCloseable {

        /** As it was when the turn began. */
        Workspace workspace();

        @Override
        void close();
    }
}
