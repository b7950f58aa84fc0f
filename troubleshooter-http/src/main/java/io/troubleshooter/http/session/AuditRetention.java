package io.troubleshooter.http.session;

import io.troubleshooter.guard.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes events from the audit log whose time is over, and says so there. For one thread. */
final class AuditRetention {

    private static final Duration OFTEN_ENOUGH = Duration.ofHours(1);

    /** Events of the service itself are seen by administrators of this project. */
    private static final String PROJECT = "default";

    private final AuditLog audit;
    private final Duration kept;
    private final Journal journal;
    private final Clock clock;
    private Instant next = Instant.MIN;

    AuditRetention(AuditLog audit, Duration kept, Journal journal, Clock clock) {
        this.audit = audit;
        this.kept = kept;
        this.journal = journal;
        this.clock = clock;
    }

    /** Does something once an hour. */
    void tidy() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(kept.compareTo(OFTEN_ENOUGH) < 0 ? kept : OFTEN_ENOUGH);
        long removed = audit.forget(now.minus(kept));
        if (removed > 0) {
            journal.note(Journal.service(PROJECT), "", "forget-audit", "events=" + removed);
        }
    }
}
