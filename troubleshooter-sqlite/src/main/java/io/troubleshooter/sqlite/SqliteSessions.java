package io.troubleshooter.sqlite;

import io.troubleshooter.conversation.Conflict;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sessions with their sources, compressed, and entries. */
final class SqliteSessions implements SessionStore {

    private final Database database;
    private final Vault vault;
    private final StoredRows rows;
    private final SourceRows sources;
    private final SqliteLimits limits;
    private final Clock clock;

    SqliteSessions(Database database, Vault vault, SqliteLimits limits, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.rows = new StoredRows(database, vault);
        this.sources = new SourceRows(database, vault, clock);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void create(String id, String owner, RedactedText title, Instant created) {
        long time = created.toEpochMilli();
        int made = database.transact(connection -> {
            Sql.update(connection, "DELETE FROM session WHERE updated < ?", oldest());
            sources.removeLeftovers(connection);
            return Sql.update(
                    connection,
                    "INSERT OR IGNORE INTO session (id, owner, title, sealed_title, created, updated)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    owner,
                    vault.plain(title.toString()),
                    vault.sealed(title.toString(), StoredRows.titlePlace(id)),
                    time,
                    time);
        });
        if (made == 0) {
            throw new IllegalArgumentException("there is a session of this id");
        }
    }

    @Override
    public String addSource(String session, String sourceId, RedactedText name, Iterable<RedactedText> parts) {
        long place = sources.add(session, sourceId, name, parts.iterator(), (connection, bytes) -> {
            grow(connection, session, bytes);
            forgetOldest(connection, session);
        });
        return Long.toString(place);
    }

    @Override
    public void addEntry(String session, StoredEntry entry, Instant time) {
        database.transact(connection -> {
            grow(connection, session, entry.json().getBytes(StandardCharsets.UTF_8).length);
            if (entry.number() != rows.revision(connection, session) + 1) {
                return requireLast(connection, session, entry);
            }
            Sql.update(connection, "UPDATE session SET updated = ? WHERE id = ?", time.toEpochMilli(), session);
            insert(connection, session, entry);
            return forgetOldest(connection, session);
        });
    }

    /** What is there already, as its writer was not told, is kept once. */
    private int requireLast(Connection connection, String session, StoredEntry entry) throws SQLException {
        if (rows.last(connection, session).filter(entry::equals).isEmpty()) {
            throw Conflict.changed();
        }
        return 0;
    }

    private void insert(Connection connection, String session, StoredEntry entry) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO entry (session, number, kind, json, sealed) VALUES (?, ?, ?, ?, ?)",
                session,
                entry.number(),
                entry.kind(),
                vault.plain(entry.json()),
                vault.sealed(
                        entry.json(), StoredRows.entryPlace(session, Integer.toString(entry.number()), entry.kind())));
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
        return database.read(connection -> rows.find(connection, owner, id, oldest()));
    }

    @Override
    public OptionalInt revision(String owner, String id) {
        return database.read(connection -> {
            long found = Sql.number(
                    connection,
                    "SELECT count(*) FROM session WHERE id = ? AND owner = ? AND updated >= ?",
                    id,
                    owner,
                    oldest());
            return found == 0 ? OptionalInt.empty() : OptionalInt.of(rows.revision(connection, id));
        });
    }

    @Override
    public List<Header> list(String owner, int limit) {
        return List.copyOf(database.read(connection -> Sql.query(
                connection,
                rows::header,
                StoredRows.HEADER + " WHERE owner = ? AND updated >= ? ORDER BY updated DESC, id LIMIT ?",
                owner,
                oldest(),
                limit)));
    }

    @Override
    public List<Header> unused(String owners, Instant since, int limit) {
        return List.copyOf(database.read(connection -> Sql.query(
                connection,
                rows::header,
                StoredRows.HEADER + " WHERE updated < ?1 AND substr(owner, 1, length(?2)) = ?2"
                        + " ORDER BY updated, id LIMIT ?3",
                since.toEpochMilli(),
                owners,
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
}
