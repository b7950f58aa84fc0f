package io.troubleshooter.http.access;

import io.troubleshooter.guard.AuditLog;
import java.time.Clock;

/** What callers did to the service itself, for the audit log. Thread-safe. */
public final class Trail {

    /** The project whose administrators see what belongs to none. */
    private static final String OPERATORS = "default";

    private final AuditLog audit;
    private final Clock clock;

    public Trail(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param detail {@code key=value} words: ids, roles and figures, nothing that somebody typed */
    public void note(Caller caller, String action, String detail) {
        note(caller.account(), action, detail);
    }

    /** What somebody did whom nobody knows: of no project, so that it is shown to administrators of the first one. */
    void noteUnknown(String action, String detail) {
        note(OPERATORS + "/(unknown)", action, detail);
    }

    private void note(String account, String action, String detail) {
        audit.record(new AuditLog.Event(clock.instant(), account, "", action, detail, 0));
    }
}
