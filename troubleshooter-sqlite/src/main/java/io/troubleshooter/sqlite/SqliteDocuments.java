package io.troubleshooter.sqlite;

import io.troubleshooter.guard.Documents;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents, sealed; what has expired is removed as others are written. */
final class SqliteDocuments implements Documents {

    static final String TABLE = "document";

    /** So that one writing never waits for the removal of many. */
    private static final int REMOVED_AT_ONCE = 100;

    private final Database database;
    private final Vault vault;
    private final Clock clock;

    SqliteDocuments(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<Document> find(String collection, String key) {
        if (!Documents.isName(collection) || !Documents.isName(key)) {
            return Optional.empty();
        }
        return database
                .read(connection -> Sql.query(
                        connection,
                        this::document,
                        "SELECT collection, key, json, version, expires FROM document"
                                + " WHERE collection = ? AND key = ? AND (expires IS NULL OR expires > ?)",
                        collection,
                        key,
                        clock.millis()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Document> put(Document document) {
        byte[] json = vault.seal(document.json(), TABLE, document.collection(), document.key());
        int written = database.transact(connection -> {
            forgetExpired(connection, document);
            return document.version() == 0 ? insert(connection, document, json) : update(connection, document, json);
        });
        return written == 0 ? Optional.empty() : Optional.of(next(document));
    }

    private static Document next(Document is) {
        return new Document(is.collection(), is.key(), is.json(), is.version() + 1, is.expires());
    }

    private static int insert(Connection connection, Document document, byte[] json) throws SQLException {
        return Sql.update(
                connection,
                "INSERT OR IGNORE INTO document (collection, key, json, version, expires) VALUES (?, ?, ?, 1, ?)",
                document.collection(),
                document.key(),
                json,
                millis(document.expires()));
    }

    private static int update(Connection connection, Document document, byte[] json) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE document SET json = ?, version = version + 1, expires = ?"
                        + " WHERE collection = ? AND key = ? AND version = ?",
                json,
                millis(document.expires()),
                document.collection(),
                document.key(),
                document.version());
    }

    /** That which is in the way of the document at once, others little by little. */
    private void forgetExpired(Connection connection, Document document) throws SQLException {
        long now = clock.millis();
        Sql.update(
                connection,
                "DELETE FROM document WHERE collection = ? AND key = ? AND expires <= ?",
                document.collection(),
                document.key(),
                now);
        Sql.update(
                connection,
                "DELETE FROM document WHERE rowid IN (SELECT rowid FROM document WHERE expires <= ? LIMIT ?)",
                now,
                REMOVED_AT_ONCE);
    }

    @Override
    public boolean delete(String collection, String key) {
        return Documents.isName(collection)
                && Documents.isName(key)
                && database.transact(connection -> Sql.update(
                                connection,
                                "DELETE FROM document WHERE collection = ? AND key = ?"
                                        + " AND (expires IS NULL OR expires > ?)",
                                collection,
                                key,
                                clock.millis()))
                        > 0;
    }

    @Override
    public void deleteAll(String collection) {
        database.transact(
                connection -> Sql.update(connection, "DELETE FROM document WHERE collection = ?", collection));
    }

    @Override
    public List<Document> list(String collection, String after, int limit) {
        return List.copyOf(database.read(connection -> Sql.query(
                connection,
                this::document,
                "SELECT collection, key, json, version, expires FROM document WHERE collection = ? AND key > ?"
                        + " AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?",
                collection,
                after,
                clock.millis(),
                limit)));
    }

    private Document document(ResultSet row) throws SQLException {
        String collection = row.getString(1);
        String key = row.getString(2);
        long expires = row.getLong(5);
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(expires);
        return new Document(
                collection,
                key,
                new String(vault.open(row.getBytes(3), TABLE, collection, key), StandardCharsets.UTF_8),
                row.getLong(4),
                end);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
