package io.troubleshooter.http.view;

import io.troubleshooter.http.session.Workspace;
import java.time.Instant;
import java.util.List;

/** What others reported of the time around a session: shown in its timeline, but no part of its evidence. */
@FunctionalInterface
public interface Marks {

    /**
     * Something that happened.
     *
     * @param kind such as {@code deploy}
     * @param text redacted
     */
    record Mark(Instant time, String kind, String text) {}

    /** In order of time. */
    List<Mark> of(Workspace workspace);
}
