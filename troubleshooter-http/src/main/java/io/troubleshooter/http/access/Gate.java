package io.troubleshooter.http.access;

import io.javalin.http.Context;

/** Finds out who calls. Thread-safe. */
public interface Gate {

    /** Everybody at this machine, for a service that listens on loopback only. */
    Gate LOCAL = context -> new Caller("default", "local", Role.ADMIN, Caller.Means.LOCAL, "local");

    /**
     * Who sends this request.
     *
     * @throws io.troubleshooter.http.problem.ProblemException if nobody says, or what is shown is not valid
     */
    Caller identify(Context context);
}
