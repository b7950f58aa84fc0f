package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditLog} keeps to. */
public interface AuditLogContract {

    AuditLog audit();

    @Test
    default void theNewestComeFirst() {
        AuditLog audit = audit();
        Event first = new Event(Instant.parse("2026-03-01T10:00:00Z"), "ada", "s1", "answer", "model=m tokens=12", 40);
        Event second = new Event(Instant.parse("2026-03-01T10:00:00Z"), "bob", "s2", "feedback", "cause=a/b", 0);
        audit.record(first);
        audit.record(second);
        assertThat(audit.recent(10)).containsExactly(second, first);
        assertThat(audit.recent(1)).containsExactly(second);
    }
}
