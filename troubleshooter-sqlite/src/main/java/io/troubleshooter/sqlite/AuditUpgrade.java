package io.troubleshooter.sqlite;

import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.KeyRing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Makes a chain of events that were written before there was one. */
final class AuditUpgrade {

    private static final int AT_ONCE = 1_000;

    private AuditUpgrade() {}

    private record Row(long place, Event event) {}

    static void chain(Connection connection) throws SQLException {
        long first = Sql.number(connection, "SELECT min(place) FROM audit");
        AuditChain anchor = new AuditChain(Math.max(0, first - 1), AuditChain.START.hash());
        AuditChain head = anchor;
        List<Row> rows = rows(connection, anchor.place());
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                head = head.after(row.event);
                Sql.update(
                        connection,
                        "UPDATE audit SET place = ?, hash = ? WHERE place = ?",
                        head.place(),
                        head.hash(),
                        row.place);
            }
            rows = rows(connection, rows.get(rows.size() - 1).place);
        }
        if (head.place() > anchor.place()) {
            new AuditHead(anchor, head).write(connection, new Vault(KeyRing.NONE));
        }
    }

    private static List<Row> rows(Connection connection, long after) throws SQLException {
        return Sql.query(
                connection,
                row -> new Row(
                        row.getLong(1),
                        new Event(
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getLong(7))),
                "SELECT place, time, account, session, action, detail, amount FROM audit WHERE place > ?"
                        + " ORDER BY place LIMIT ?",
                after,
                AT_ONCE);
    }
}
