package io.troubleshooter.http.access;

import java.util.Optional;

/** Read-only links to one session, which whoever keeps sessions gives out. Thread-safe. */
@FunctionalInterface
public interface Links {

    /** No link is known. */
    Links NONE = token -> Optional.empty();

    /**
     * Who calls with this link: {@link Caller.Means#LINK}, role viewer, project of the session, {@link Caller#session()}
     * the one it opens.
     *
     * @param token as it was sent, of any length and content
     * @return empty if there is no such link, or it has expired or been taken back
     */
    Optional<Caller> find(String token);
}
