package io.troubleshooter.sqlite;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file, open: one connection that writes, and one that reads beside it, so that long looks hold up no writing. */
final class Database implements AutoCloseable {

    private final Writer writer;
    private final Path file;
    private @Nullable Link reader;
    private boolean closed;

    private Database(Writer writer, Path file) {
        this.writer = writer;
        this.file = file;
    }

    static Database open(Path file, Clock clock) {
        DatabaseFile place = new DatabaseFile(file);
        place.prepare();
        Link writer = null;
        try {
            writer = Link.open(file, TransactionMode.IMMEDIATE);
            if (place.isSmall() && !isSound(writer.connection())) {
                close(writer);
                throw place.setAside(clock);
            }
            Schema.migrate(writer.connection());
            return new Database(new Writer(writer), file);
        } catch (SQLException e) {
            close(writer);
            throw isDamage(e) ? place.setAside(clock) : failed(file, e);
        } catch (TroubleshooterException e) {
            close(writer);
            throw e;
        }
    }

    private static boolean isSound(Connection connection) throws SQLException {
        return Sql.query(connection, row -> row.getString(1), "PRAGMA quick_check(1)")
                .equals(List.of("ok"));
    }

    /** Work that reads and writes. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs the work as one transaction: all of it is kept, or nothing. */
    <T> T transact(Work<T> work) {
        try {
            return writer.transact(work);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /** Runs work that only reads: it sees the file as it is at one moment, everything confirmed before included. */
    <T> T read(Work<T> work) {
        try {
            return reader().transact(work);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /** As {@link #read}, for looks that take long: nobody else waits for them. */
    <T> T aside(Work<T> work) {
        try (Link own = Link.open(file, TransactionMode.DEFERRED)) {
            return own.transact(work);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /** Writes the journal into the file and empties it, so that nothing of what was overwritten is left in it. */
    void checkpoint() {
        try {
            writer.link().run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private synchronized Link reader() throws SQLException {
        Link known = reader;
        if (known == null) {
            known = closed ? writer.link() : Link.open(file, TransactionMode.DEFERRED);
            reader = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        closed = true;
        close(reader);
        writer.close();
    }

    private static void close(@Nullable Link link) {
        if (link != null) {
            link.close();
        }
    }

    private static boolean isDamage(SQLException e) {
        return e instanceof SQLiteException known
                && (base(known) == SQLiteErrorCode.SQLITE_CORRUPT.code
                        || base(known) == SQLiteErrorCode.SQLITE_NOTADB.code);
    }

    /** Without the extension in the higher bits. */
    private static int base(SQLiteException e) {
        return e.getResultCode().code & 0xff;
    }

    private static TroubleshooterException failed(Path file, SQLException e) {
        String name = e instanceof SQLiteException known ? known.getResultCode().name() : "SQL error";
        if (isDamage(e)) {
            return new TroubleshooterException(
                    Code.STORE_UNAVAILABLE,
                    "The store " + file + " is damaged (" + name + ").",
                    "Start again: the damaged file is then set aside and a new one made.");
        }
        return new TroubleshooterException(
                Code.STORE_UNAVAILABLE, "The store " + file + " failed (" + name + ").", advice(name));
    }

    private static String advice(String name) {
        return switch (name) {
            case "SQLITE_BUSY" -> "Another process holds it for long; try again, or see which one has it open.";
            case "SQLITE_FULL" -> "The disk is full: make room, or choose another file.";
            case "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM" ->
                "It must be writable for you, and so must its folder; or choose another file.";
            default -> "Choose another file, or go on without a store.";
        };
    }
}
