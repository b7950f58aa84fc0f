package io.troubleshooter.sqlite;

import io.troubleshooter.guard.KeyRing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings all that is stored under the first key: what another key sealed, and what lies there unsealed. Batch by batch, so
 * that others write in between; stopped at any moment, it goes on the next time.
 */
final class Resealing {

    /**
     * A column with sealed values.
     *
     * @param plain column of values that are not sealed; null where they lie in the same one
     * @param ids columns that are part of the place
     * @param place first and last parts of the place, around the ids
     * @param batch rows of one transaction: few where they are large
     */
    private record Column(
            String table, @Nullable String plain, String sealed, List<String> ids, List<String> place, int batch) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("session", "title", "sealed_title", List.of("id"), List.of("session", "title"), 50),
            new Column("source", "name", "sealed_name", List.of("session", "id"), List.of("source", "name"), 50),
            new Column("source", null, "text", List.of("session", "id"), List.of("source", "text"), 1),
            new Column(
                    "source_part", null, "text", List.of("session", "place", "number"), List.of("source", "part"), 4),
            new Column("entry", "json", "sealed", List.of("session", "number", "kind"), List.of("entry"), 20),
            new Column("answer", "value", "sealed", List.of("key"), List.of("answer"), 20),
            new Column("document", null, "json", List.of("collection", "key"), List.of("document"), 20));

    private record Row(long id, byte[] stored, String[] place) {}

    private final Database database;
    private final Vault vault;
    private final byte[] mark;

    Resealing(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.mark = vault.keys().mark();
    }

    /** Gives how many values were sealed anew; ends early when its thread is interrupted. */
    long run() {
        if (!vault.seals()) {
            return 0;
        }
        long changed = database.transact(this::head);
        for (Column column : COLUMNS) {
            changed += run(column);
        }
        if (changed > 0) {
            database.checkpoint();
        }
        return changed;
    }

    private long head(Connection connection) throws SQLException {
        AuditHead head = AuditHead.read(connection, vault);
        if (head != null) {
            head.write(connection, vault);
        }
        return 0;
    }

    private long run(Column column) {
        long changed = 0;
        long at = Long.MIN_VALUE;
        while (!Thread.currentThread().isInterrupted()) {
            long after = at;
            List<Row> rows = database.read(connection -> rows(connection, column, after));
            if (rows.isEmpty()) {
                return changed;
            }
            changed += database.transact(connection -> reseal(connection, column, rows));
            at = rows.get(rows.size() - 1).id;
        }
        return changed;
    }

    private List<Row> rows(Connection connection, Column column, long after) throws SQLException {
        String plain = column.plain == null ? "NULL" : column.plain;
        return Sql.query(
                connection,
                row -> row(row, column),
                "SELECT rowid, " + column.sealed + ", " + plain + ", " + String.join(", ", column.ids)
                        + " FROM " + column.table + " WHERE rowid > ? AND " + outdated(column)
                        + " ORDER BY rowid LIMIT ?",
                after,
                mark.length,
                mark,
                column.batch);
    }

    private static String outdated(Column column) {
        String stored = column.sealed;
        return "(" + stored + " IS NULL OR (length(" + stored + ") > 0 AND substr(" + stored + ", 1, ?) <> ?))";
    }

    private static Row row(ResultSet row, Column column) throws SQLException {
        byte[] sealed = row.getBytes(2);
        byte[] stored = sealed == null ? row.getString(3).getBytes(StandardCharsets.UTF_8) : sealed;
        return new Row(row.getLong(1), stored, place(row, column));
    }

    private static String[] place(ResultSet row, Column column) throws SQLException {
        List<String> place = new ArrayList<>();
        place.add(column.place.get(0));
        for (int i = 0; i < column.ids.size(); i++) {
            place.add(Objects.requireNonNull(row.getString(4 + i)));
        }
        place.addAll(column.place.subList(1, column.place.size()));
        return place.toArray(String[]::new);
    }

    /** A row that somebody has changed or removed since it was read is up to date, or gone, already. */
    private long reseal(Connection connection, Column column, List<Row> rows) throws SQLException {
        long changed = 0;
        for (Row row : rows) {
            String clear = column.plain == null ? "" : ", " + column.plain + " = ''";
            changed += Sql.update(
                    connection,
                    "UPDATE " + column.table + " SET " + column.sealed + " = ?" + clear + " WHERE rowid = ? AND "
                            + unchanged(column, row),
                    vault.seal(vault.open(row.stored, row.place), row.place),
                    row.id,
                    row.stored);
        }
        return changed;
    }

    private static String unchanged(Column column, Row row) {
        boolean lay = column.plain != null && !KeyRing.isSealed(row.stored);
        return lay ? "CAST(" + column.plain + " AS BLOB) = ?" : column.sealed + " = ?";
    }
}
