package io.troubleshooter.sqlite;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings a file to the newest schema, step by step; {@code user_version} says how far it is. */
final class Schema {

    static final int NEWEST = 3;

    private Schema() {}

    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (version(statement) == NEWEST) {
                return;
            }
            connection.setAutoCommit(false);
            try {
                // Asked again inside the transaction: another process may have been faster.
                int version = version(statement);
                refuseNewer(version);
                for (int next = version + 1; next <= NEWEST; next++) {
                    run(statement, script(next));
                    if (next == 2) {
                        AuditUpgrade.chain(connection);
                    }
                    statement.execute("PRAGMA user_version = " + next);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static void refuseNewer(int version) {
        if (version > NEWEST) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT,
                    "The store was made by a newer version (schema " + version + ", known " + NEWEST + ").",
                    "Use that version, or choose another file.");
        }
    }

    private static void run(Statement statement, String script) throws SQLException {
        for (String command : script.split(";", -1)) {
            if (!command.isBlank()) {
                statement.execute(command);
            }
        }
    }

    private static String script(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("v" + version + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no schema v" + version);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
