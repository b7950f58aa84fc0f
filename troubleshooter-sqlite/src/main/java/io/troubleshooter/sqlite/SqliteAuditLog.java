package io.troubleshooter.sqlite;

import io.troubleshooter.guard.AuditLog;
import java.time.Instant;
import java.util.List;

/** Events, the newest kept. */
final class SqliteAuditLog implements AuditLog {

    private final Database database;
    private final int capacity;

    SqliteAuditLog(Database database, int capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    @Override
    public void record(Event event) {
        database.transact(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO audit (time, account, session, action, detail, amount) VALUES (?, ?, ?, ?, ?, ?)",
                    event.time().toEpochMilli(),
                    event.account(),
                    event.session(),
                    event.action(),
                    event.detail(),
                    event.microUsd());
            return Sql.update(
                    connection, "DELETE FROM audit WHERE place <= (SELECT max(place) FROM audit) - ?", capacity);
        });
    }

    @Override
    public List<Event> recent(int limit) {
        return database.transact(connection -> List.copyOf(Sql.query(
                connection,
                row -> new Event(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                "SELECT time, account, session, action, detail, amount FROM audit ORDER BY place DESC LIMIT ?",
                limit)));
    }
}
