package io.troubleshooter.sqlite;

import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditWalk;
import io.troubleshooter.guard.UsageCounter;
import io.troubleshooter.guard.UsageReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Events in a chain, the newest kept. */
final class SqliteAuditLog implements AuditLog {

    private static final String EVENT = "SELECT place, hash, time, account, session, action, detail, amount FROM audit";

    private final Database database;
    private final Vault vault;
    private final int capacity;

    SqliteAuditLog(Database database, Vault vault, int capacity) {
        this.database = database;
        this.vault = vault;
        this.capacity = capacity;
    }

    @Override
    public void record(Event event) {
        database.transact(connection -> {
            AuditHead known = AuditHead.read(connection, vault);
            AuditHead head = append(connection, known == null ? adopted(connection, event) : known, event);
            return written(connection, shortened(connection, head));
        });
    }

    private boolean written(Connection connection, AuditHead head) throws SQLException {
        head.write(connection, vault);
        return true;
    }

    private static AuditHead append(Connection connection, AuditHead before, Event event) throws SQLException {
        AuditChain next = before.head().after(event);
        Sql.update(
                connection,
                "INSERT INTO audit (place, hash, time, account, session, action, detail, amount)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                next.place(),
                next.hash(),
                event.time().toEpochMilli(),
                event.account(),
                event.session(),
                event.action(),
                event.detail(),
                event.microUsd());
        return before.withHead(next);
    }

    /** Goes on from events whose end nobody vouches for, as in a file from before there was a key; and says so. */
    private static AuditHead adopted(Connection connection, Event now) throws SQLException {
        List<AuditChain> last = Sql.query(connection, SqliteAuditLog::chain, EVENT + " ORDER BY place DESC LIMIT 1");
        AuditHead unsealed = AuditHead.unsealed(connection);
        AuditHead found = new AuditHead(
                unsealed == null ? AuditChain.START : unsealed.anchor(),
                last.isEmpty() ? AuditChain.START : last.get(0));
        return append(
                connection,
                found,
                new Event(
                        now.time(),
                        "",
                        "",
                        "adopt-audit",
                        "last=" + found.head().place(),
                        0));
    }

    private AuditHead shortened(Connection connection, AuditHead head) throws SQLException {
        long last = head.head().place() - capacity;
        return last <= head.anchor().place() ? head : forgotten(connection, head, last);
    }

    private static AuditHead forgotten(Connection connection, AuditHead head, long last) throws SQLException {
        List<AuditChain> anchor = Sql.query(connection, SqliteAuditLog::chain, EVENT + " WHERE place = ?", last);
        Sql.update(connection, "DELETE FROM audit WHERE place <= ?", last);
        return anchor.isEmpty() ? head : head.withAnchor(anchor.get(0));
    }

    @Override
    public long forget(Instant before) {
        return database.transact(connection -> {
            AuditHead head = AuditHead.read(connection, vault);
            if (head == null) {
                return 0L;
            }
            long firstKept = Sql.number(
                    connection,
                    "SELECT coalesce(min(place), ?1 + 1) FROM audit WHERE time >= ?2",
                    head.head().place(),
                    before.toEpochMilli());
            long last = firstKept - 1;
            if (last <= head.anchor().place()) {
                return 0L;
            }
            written(connection, forgotten(connection, head, last));
            return last - head.anchor().place();
        });
    }

    @Override
    public List<Event> recent(int limit) {
        return page("", Long.MAX_VALUE, limit).stream().map(Entry::event).toList();
    }

    @Override
    public List<Entry> page(String accounts, long before, int limit) {
        return List.copyOf(database.read(connection -> Sql.query(
                connection,
                row -> new Entry(row.getLong(1), event(row)),
                EVENT + " WHERE place < ?1 AND substr(account, 1, length(?2)) = ?2 ORDER BY place DESC LIMIT ?3",
                before,
                accounts,
                limit)));
    }

    @Override
    public UsageReport usage(String accounts, Instant from, Instant until) {
        UsageCounter counter = new UsageCounter();
        database.aside(connection -> Sql.each(
                connection,
                row -> counter.add(event(row)),
                EVENT + " WHERE action IN ('answer', 'cached-answer', 'fall-back') AND time >= ?1 AND time < ?2"
                        + " AND substr(account, 1, length(?3)) = ?3",
                from.toEpochMilli(),
                until.toEpochMilli(),
                accounts));
        return counter.report();
    }

    @Override
    public Verification verify() {
        return database.aside(connection -> {
            AuditHead head = AuditHead.read(connection, vault);
            AuditWalk walk = new AuditWalk(head == null ? AuditChain.START : head.anchor());
            Sql.each(connection, row -> walk.next(chain(row), event(row)), EVENT + " ORDER BY place");
            return walk.end(head == null ? null : head.head());
        });
    }

    private static AuditChain chain(ResultSet row) throws SQLException {
        return new AuditChain(row.getLong(1), row.getString(2));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }
}
