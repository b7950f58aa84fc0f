package io.troubleshooter.sqlite;

import io.troubleshooter.redact.RedactedText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Sources on their way to the file, part by part, so that memory and the time for which others wait do not grow with
 * them. One that has not come to its end counts as not there, and is removed: at once, or after an hour where the process
 * ended.
 */
final class SourceRows {

    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Database database;
    private final Vault vault;
    private final Clock clock;

    SourceRows(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param last to be done together with the end; given how many bytes were added
     * @return its place
     */
    long add(String session, String source, RedactedText name, Iterator<RedactedText> parts, Ending last) {
        byte[] first = parts.hasNext() ? Packed.pack(parts.next()) : null;
        if (parts.hasNext()) {
            return addLong(session, source, name, first, parts, last);
        }
        return database.transact(connection -> {
            last.run(connection, first == null ? 0 : first.length);
            return insert(connection, session, source, name, null, first);
        });
    }

    /** What belongs to the last step. */
    @FunctionalInterface
    interface Ending {
        void run(Connection connection, long bytes) throws SQLException;
    }

    private long addLong(
            String session,
            String source,
            RedactedText name,
            byte @Nullable [] first,
            Iterator<RedactedText> rest,
            Ending last) {
        long place = database.transact(connection -> insert(connection, session, source, name, clock.millis(), first));
        try {
            long bytes = first == null ? 0 : first.length;
            for (long number = 2; rest.hasNext(); number++) {
                bytes += append(session, place, number, Packed.pack(rest.next()));
            }
            end(session, place, bytes, last);
            return place;
        } catch (RuntimeException | Error failed) {
            remove(session, place);
            throw failed;
        }
    }

    private long insert(
            Connection connection,
            String session,
            String source,
            RedactedText name,
            @Nullable Long begun,
            byte @Nullable [] first)
            throws SQLException {
        long place =
                1 + Sql.number(connection, "SELECT coalesce(max(place), 0) FROM source WHERE session = ?", session);
        int added = Sql.update(
                connection,
                "INSERT INTO source (session, place, id, name, sealed_name, text, begun)"
                        + " SELECT id, ?2, ?3, ?4, ?5, x'', ?6 FROM session WHERE id = ?1",
                session,
                place,
                source,
                vault.plain(name.toString()),
                vault.sealed(name.toString(), StoredRows.namePlace(session, source)),
                begun);
        if (added == 0) {
            throw new IllegalArgumentException("there is no session of this id");
        }
        if (first != null) {
            part(connection, session, place, 1, first);
        }
        return place;
    }

    private long append(String session, long place, long number, byte[] packed) {
        return database.transact(connection -> {
            part(connection, session, place, number, packed);
            return (long) packed.length;
        });
    }

    private void part(Connection connection, String session, long place, long number, byte[] packed)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO source_part (session, place, number, text) VALUES (?, ?, ?, ?)",
                session,
                place,
                number,
                vault.seal(packed, SourceText.partPlace(session, place, number)));
    }

    private void end(String session, long place, long bytes, Ending last) {
        database.transact(connection -> {
            last.run(connection, bytes);
            return Sql.update(
                    connection, "UPDATE source SET begun = NULL WHERE session = ? AND place = ?", session, place);
        });
    }

    private void remove(String session, long place) {
        try {
            database.transact(connection ->
                    Sql.update(connection, "DELETE FROM source WHERE session = ? AND place = ?", session, place));
        } catch (RuntimeException alsoFailed) {
            // As on a full disk: it does not count, and is removed as a leftover.
            return;
        }
    }

    /** Removes what was begun long ago and never came to its end. */
    void removeLeftovers(Connection connection) throws SQLException {
        long oldest = clock.instant().minus(LEFT_OVER).toEpochMilli();
        Sql.update(connection, "DELETE FROM source WHERE begun < ?", oldest);
    }
}
