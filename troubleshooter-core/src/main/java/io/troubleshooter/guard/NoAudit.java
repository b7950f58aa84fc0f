package io.troubleshooter.guard;

import java.time.Instant;
import java.util.List;

final class NoAudit implements AuditLog {

    @Override
    public void record(Event event) {}

    @Override
    public List<Event> recent(int limit) {
        return List.of();
    }

    @Override
    public List<Entry> page(String accounts, long before, int limit) {
        return List.of();
    }

    @Override
    public UsageReport usage(String accounts, Instant from, Instant until) {
        return new UsageReport(List.of());
    }

    @Override
    public Verification verify() {
        return new Verification(0, null);
    }

    @Override
    public long forget(Instant before) {
        return 0;
    }
}
