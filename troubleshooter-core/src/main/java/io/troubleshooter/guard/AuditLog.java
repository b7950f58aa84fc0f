package io.troubleshooter.guard;

import java.time.Instant;
import java.util.List;

/** Who asked what kind of thing when, and what it took: never texts of logs, questions or answers. Append-only. */
public interface AuditLog {

    /** Keeps nothing. */
    AuditLog NONE = new AuditLog() {
        @Override
        public void record(Event event) {}

        @Override
        public List<Event> recent(int limit) {
            return List.of();
        }
    };

    /**
     * One thing that happened.
     *
     * @param action {@code answer}, {@code refuse-budget}, {@code refuse-rate}, {@code fall-back}, {@code feedback},
     *     {@code delete-session}, ...
     * @param detail ids, versions and figures as {@code key=value} words
     */
    record Event(Instant time, String account, String session, String action, String detail, long microUsd) {}

    void record(Event event);

    /** The newest first. */
    List<Event> recent(int limit);
}
