package io.troubleshooter.sqlite;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * The text of a source, read from the file part by part.
 *
 * @param parts {@link #WHOLE} where the text lies with the source itself, as before schema 3
 */
record SourceText(Database database, Vault vault, String session, long place, String source, long parts)
        implements Supplier<InputStream> {

    static final int WHOLE = -1;

    /** Under which the text of before schema 3 is sealed. */
    static String[] textPlace(String session, String source) {
        return new String[] {"source", session, source, "text"};
    }

    static String[] partPlace(String session, long place, long number) {
        return new String[] {"source", session, Long.toString(place), Long.toString(number), "part"};
    }

    @Override
    public InputStream get() {
        return parts == WHOLE ? whole() : new SequenceInputStream(all());
    }

    private Enumeration<InputStream> all() {
        var numbers = LongStream.rangeClosed(1, parts).iterator();
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return numbers.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return part(numbers.nextLong());
            }
        };
    }

    private InputStream part(long number) {
        List<byte[]> stored = database.read(connection -> blobs(
                connection,
                "SELECT text FROM source_part WHERE session = ? AND place = ? AND number = ?",
                session,
                place,
                number));
        return unpacked(stored, partPlace(session, place, number));
    }

    private InputStream whole() {
        List<byte[]> stored = database.read(connection ->
                blobs(connection, "SELECT text FROM source WHERE session = ? AND place = ?", session, place));
        return unpacked(stored, textPlace(session, source));
    }

    /** @param stored one, or none where it is gone */
    private InputStream unpacked(List<byte[]> stored, String[] sealedAt) {
        if (stored.isEmpty()) {
            throw new TroubleshooterException(
                    Code.STORE_UNAVAILABLE, "The session was deleted meanwhile.", "Begin another one.");
        }
        return Packed.unpack(vault.open(stored.get(0), sealedAt));
    }

    private static List<byte[]> blobs(Connection connection, String sql, Object... values) throws SQLException {
        return Sql.query(connection, row -> row.getBytes(1), sql, values);
    }
}
