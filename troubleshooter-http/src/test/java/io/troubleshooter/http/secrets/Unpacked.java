package io.troubleshooter.http.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Everything in the tables of a database, blobs unpacked. */
final class Unpacked {

    private Unpacked() {}

    static String texts(Path database) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                append(statement, table, all);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
        return all.toString();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void append(Statement statement, String table, StringBuilder all) throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    all.append(text(rows.getObject(column))).append('\n');
                }
            }
        }
    }

    private static String text(Object value) throws IOException {
        if (!(value instanceof byte[] bytes)) {
            return String.valueOf(value);
        }
        boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        return new String(
                gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes,
                StandardCharsets.UTF_8);
    }
}
