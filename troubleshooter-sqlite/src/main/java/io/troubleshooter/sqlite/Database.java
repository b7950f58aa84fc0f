package io.troubleshooter.sqlite;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection to the file. A transaction at a time; other processes are waited for. */
final class Database implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;
    private final Path file;

    private Database(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    static Database open(Path file, Clock clock) {
        DatabaseFile place = new DatabaseFile(file);
        place.prepare();
        Connection connection = null;
        try {
            connection = connect(file);
            if (place.isSmall() && !isSound(connection)) {
                close(connection);
                throw place.setAside(clock);
            }
            Schema.migrate(connection);
            return new Database(connection, file);
        } catch (SQLException e) {
            close(connection);
            throw isDamage(e) ? place.setAside(clock) : failed(file, e);
        } catch (TroubleshooterException e) {
            close(connection);
            throw e;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
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
    synchronized <T> T transact(Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public synchronized void close() {
        close(connection);
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Everything confirmed is in the file already.
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
                    Code.UNREADABLE_INPUT,
                    "The store " + file + " is damaged (" + name + ").",
                    "Start again: the damaged file is then set aside and a new one made.");
        }
        return new TroubleshooterException(
                Code.UNREADABLE_INPUT, "The store " + file + " failed (" + name + ").", advice(name));
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
