package io.troubleshooter.http.work;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import java.time.Duration;

/** Evidence that comes to sessions: one after the other in each, over all instances. Thread-safe. */
public final class Changes {

    private final Lanes lanes;
    private final Workspaces workspaces;
    private final Duration patience;

    /** @param patience how long to wait for another instance that is at work on the session */
    public Changes(Lanes lanes, Workspaces workspaces, Duration patience) {
        this.lanes = lanes;
        this.workspaces = workspaces;
        this.patience = patience;
    }

    /** Brings evidence to a session. */
    @FunctionalInterface
    public interface Change<T, E extends Exception> {

        /**
         * Does it.
         *
         * @param now the session as it is now, and stays until this is done
         */
        T in(Place place, Workspace now) throws E;
    }

    /**
     * Works on the calling thread, when it is its turn.
     *
     * @throws ProblemException as {@link Lanes#run}; {@code busy} also if another instance is at work on the session
     */
    public <T, E extends Exception> T run(Caller caller, Workspace workspace, Change<T, E> change) throws E {
        return lanes.run(caller, workspace.id(), place -> {
            try (Workspaces.Turn turn = turn(place, workspace)) {
                return change.in(place, turn.workspace());
            }
        });
    }

    private Workspaces.Turn turn(Place place, Workspace workspace) {
        return workspaces
                .turn(workspace, Duration.ZERO)
                .or(() -> place.away(() -> workspaces.turn(workspace, patience)))
                .orElseThrow(() -> ProblemException.after(ProblemCode.BUSY, Duration.ofSeconds(1)));
    }
}
