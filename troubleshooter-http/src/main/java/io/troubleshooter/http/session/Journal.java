package io.troubleshooter.http.session;

import io.troubleshooter.guard.AuditLog;
import java.time.Clock;

/** Who did what to a session, in the audit log. */
final class Journal {

    private final AuditLog audit;
    private final Clock clock;

    Journal(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Account of what nobody in particular does in a project; no user can be called so. */
    static String service(String project) {
        return project + "/(service)";
    }

    /**
     * @param account who did it
     * @param detail words of the form {@code key=value}, of ids and figures only
     */
    void note(String account, String session, String action, String detail) {
        audit.record(new AuditLog.Event(clock.instant(), account, session, action, detail, 0));
    }
}
