package io.troubleshooter.sqlite;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions with their sources, compressed, and entries. */
final class SqliteSessions implements SessionStore {

    private final Database database;
    private final SqliteLimits limits;
    private final Clock clock;

    SqliteSessions(Database database, SqliteLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void create(String id, String owner, RedactedText title, Instant created) {
        long time = created.toEpochMilli();
        int made = database.transact(connection -> {
            Sql.update(connection, "DELETE FROM session WHERE updated < ?", oldest());
            return Sql.update(
                    connection,
                    "INSERT OR IGNORE INTO session (id, owner, title, created, updated) VALUES (?, ?, ?, ?, ?)",
                    id,
                    owner,
                    title.toString(),
                    time,
                    time);
        });
        if (made == 0) {
            throw new IllegalArgumentException("there is a session of this id");
        }
    }

    @Override
    public void addSource(String session, String sourceId, RedactedText name, RedactedText text) {
        byte[] packed = Packed.pack(text);
        database.transact(connection -> {
            grow(connection, session, packed.length);
            Sql.update(
                    connection,
                    "INSERT INTO source (session, place, id, name, text)"
                            + " SELECT ?1, coalesce(max(place), 0) + 1, ?2, ?3, ?4 FROM source WHERE session = ?1",
                    session,
                    sourceId,
                    name.toString(),
                    packed);
            return forgetOldest(connection, session);
        });
    }

    @Override
    public void addEntry(String session, StoredEntry entry, Instant time) {
        database.transact(connection -> {
            grow(connection, session, entry.json().getBytes(StandardCharsets.UTF_8).length);
            Sql.update(connection, "UPDATE session SET updated = ? WHERE id = ?", time.toEpochMilli(), session);
            Sql.update(
                    connection,
                    "INSERT INTO entry (session, number, kind, json) VALUES (?, ?, ?, ?)",
                    session,
                    entry.number(),
                    entry.kind(),
                    entry.json());
            return forgetOldest(connection, session);
        });
    }

    private static void grow(Connection connection, String session, long bytes) throws SQLException {
        int found = Sql.update(connection, "UPDATE session SET bytes = bytes + ? WHERE id = ?", bytes, session);
        if (found == 0) {
            throw new IllegalArgumentException("there is no session of this id");
        }
    }

    /** Never the session in use, however big it is. */
    private int forgetOldest(Connection connection, String inUse) throws SQLException {
        return Sql.update(
                connection,
                "DELETE FROM session WHERE id <> ?1 AND id IN (SELECT id FROM ("
                        + "SELECT id, sum(bytes) OVER (ORDER BY id = ?1 DESC, updated DESC, id) AS upToHere FROM session)"
                        + " WHERE upToHere > ?2)",
                inUse,
                limits.sessionBytes());
    }

    @Override
    public Optional<Stored> find(String owner, String id) {
        return database.transact(connection -> {
            List<Header> headers = Sql.query(
                    connection,
                    SqliteSessions::header,
                    "SELECT id, owner, title, created, updated FROM session"
                            + " WHERE id = ? AND owner = ? AND updated >= ?",
                    id,
                    owner,
                    oldest());
            return headers.isEmpty() ? Optional.empty() : Optional.of(stored(connection, headers.get(0)));
        });
    }

    private static Stored stored(Connection connection, Header header) throws SQLException {
        List<StoredSource> sources = Sql.query(
                connection,
                row -> new StoredSource(row.getString(1), row.getString(2), Packed.unpack(row.getBytes(3))),
                "SELECT id, name, text FROM source WHERE session = ? ORDER BY place",
                header.id());
        List<StoredEntry> entries = Sql.query(
                connection,
                row -> new StoredEntry(row.getInt(1), row.getString(2), row.getString(3)),
                "SELECT number, kind, json FROM entry WHERE session = ? ORDER BY place",
                header.id());
        return new Stored(header, List.copyOf(sources), List.copyOf(entries));
    }

    @Override
    public List<Header> list(String owner, int limit) {
        return database.transact(connection -> List.copyOf(Sql.query(
                connection,
                SqliteSessions::header,
                "SELECT id, owner, title, created, updated FROM session WHERE owner = ? AND updated >= ?"
                        + " ORDER BY updated DESC, id LIMIT ?",
                owner,
                oldest(),
                limit)));
    }

    @Override
    public boolean delete(String owner, String id) {
        return database.transact(
                connection -> Sql.update(connection, "DELETE FROM session WHERE id = ? AND owner = ?", id, owner) > 0);
    }

    private long oldest() {
        return clock.instant().minus(limits.sessionLife()).toEpochMilli();
    }

    private static Header header(ResultSet row) throws SQLException {
        return new Header(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
