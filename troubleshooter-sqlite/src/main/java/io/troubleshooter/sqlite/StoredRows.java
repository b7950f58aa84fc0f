package io.troubleshooter.sqlite;

import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.conversation.SessionStore.Stored;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions as they lie in the file; the places under which their texts are sealed. */
final class StoredRows {

    /** What {@link #header} reads. */
    static final String HEADER = "SELECT id, owner, title, sealed_title, created, updated FROM session";

    private final Database database;
    private final Vault vault;

    StoredRows(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    static String[] titlePlace(String session) {
        return new String[] {"session", session, "title"};
    }

    static String[] namePlace(String session, String source) {
        return new String[] {"source", session, source, "name"};
    }

    static String[] entryPlace(String session, String number, String kind) {
        return new String[] {"entry", session, number, kind};
    }

    Header header(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new Header(
                id,
                row.getString(2),
                vault.text(row, 3, 4, titlePlace(id)),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    Optional<Stored> find(Connection connection, String owner, String id, long oldest) throws SQLException {
        List<Header> headers = Sql.query(
                connection, this::header, HEADER + " WHERE id = ? AND owner = ? AND updated >= ?", id, owner, oldest);
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stored(headers.get(0), sources(connection, id), entries(connection, id)));
    }

    private List<StoredSource> sources(Connection connection, String session) throws SQLException {
        return List.copyOf(Sql.query(
                connection,
                row -> source(row, session),
                "SELECT id, name, sealed_name, place, CASE WHEN length(text) > 0 THEN " + SourceText.WHOLE + " ELSE"
                        + " (SELECT count(*) FROM source_part p WHERE p.session = s.session AND p.place = s.place) END"
                        + " FROM source s WHERE session = ? AND begun IS NULL ORDER BY place",
                session));
    }

    private StoredSource source(ResultSet row, String session) throws SQLException {
        String id = row.getString(1);
        return new StoredSource(
                id,
                row.getString(4),
                vault.text(row, 2, 3, namePlace(session, id)),
                new SourceText(database, vault, session, row.getLong(4), id, row.getLong(5)));
    }

    private List<StoredEntry> entries(Connection connection, String session) throws SQLException {
        return List.copyOf(Sql.query(
                connection,
                row -> entry(row, session),
                "SELECT number, kind, json, sealed FROM entry WHERE session = ? ORDER BY place",
                session));
    }

    /** How many entries a session has. */
    int revision(Connection connection, String session) throws SQLException {
        return (int) Sql.number(connection, "SELECT count(*) FROM entry WHERE session = ?", session);
    }

    /** The entry that came last; empty where there is none. */
    Optional<StoredEntry> last(Connection connection, String session) throws SQLException {
        return Sql.query(
                        connection,
                        row -> entry(row, session),
                        "SELECT number, kind, json, sealed FROM entry WHERE session = ? ORDER BY place DESC LIMIT 1",
                        session)
                .stream()
                .findFirst();
    }

    private StoredEntry entry(ResultSet row, String session) throws SQLException {
        int number = row.getInt(1);
        String kind = row.getString(2);
        return new StoredEntry(
                number, kind, vault.text(row, 3, 4, entryPlace(session, Integer.toString(number), kind)));
    }
}
