package io.troubleshooter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;

/** One connection to the file, a transaction at a time; other processes are waited for. Thread-safe. */
final class Link implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;

    private Link(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a connection.
     *
     * @param mode {@code IMMEDIATE} for one that writes: it never has to give up half-way because of another
     */
    static Link open(Path file, TransactionMode mode) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What is committed is on the disk, and outlives a power cut too.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // What is deleted is overwritten.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return new Link(config.createConnection("jdbc:sqlite:" + file));
    }

    Connection connection() {
        return connection;
    }

    /** Runs the work as one transaction: all of it is kept, or nothing. */
    synchronized <T> T transact(Database.Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        } finally {
            end();
        }
    }

    /** A full disk has ended the transaction already; what is told is the failure itself. */
    private void rollBack(Throwable failed) {
        try {
            connection.rollback();
        } catch (SQLException over) {
            failed.addSuppressed(over);
        }
    }

    /** Everything was committed or rolled back before, so that there is nothing left that could fail. */
    private void end() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException over) {
            return;
        }
    }

    /** Runs a command outside of transactions. */
    synchronized void run(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Everything confirmed is in the file already.
        }
    }
}
