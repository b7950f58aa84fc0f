package io.troubleshooter.aws.dynamo;

import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.UsageReport;
import java.time.Instant;
import java.util.List;

/** One chain of events, whoever writes. */
final class DynamoAuditLog implements AuditLog {

    private final AuditQueue queue;
    private final AuditReading reading;
    private final AuditLook look;
    private final AuditRetreat retreat;

    DynamoAuditLog(Table table, Vault vault, Attempts attempts) {
        AuditTable audit = new AuditTable(table, vault);
        this.queue = new AuditQueue(new AuditWriter(table, audit, vault, attempts));
        this.reading = new AuditReading(table, audit);
        this.look = new AuditLook(audit);
        this.retreat = new AuditRetreat(table, audit, vault, attempts);
    }

    @Override
    public void record(Event event) {
        queue.append(event);
    }

    @Override
    public List<Event> recent(int limit) {
        return page("", Long.MAX_VALUE, limit).stream().map(Entry::event).toList();
    }

    @Override
    public List<Entry> page(String accounts, long before, int limit) {
        return reading.page(accounts, before, limit);
    }

    @Override
    public UsageReport usage(String accounts, Instant from, Instant until) {
        return reading.usage(accounts, from, until);
    }

    @Override
    public Verification verify() {
        return look.verify();
    }

    @Override
    public long forget(Instant before) {
        return retreat.forget(before);
    }
}
