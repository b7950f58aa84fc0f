package io.troubleshooter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.AuditLog.Verification;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();

    @Test
    void aFileOfTheFirstVersionKeepsWhatIsInIt() throws Exception {
        Path file = folder.resolve("tst.db");
        makeFirstVersion(file);
        try (SqliteStores stores = SqliteStores.open(file, SqliteLimits.DEFAULT, clock)) {
            assertThat(stores.sessions().find("ada", "s1")).hasValueSatisfying(stored -> {
                assertThat(stored.header().title()).isEqualTo("old title");
                assertThat(SessionStoreContract.lines(stored.sources().get(0))).isEqualTo("old line\n");
                assertThat(stored.entries()).containsExactly(new StoredEntry(1, "turn", "{\"old\":1}"));
            });
            assertThat(stores.audit().verify()).isEqualTo(new Verification(3, null));
            stores.audit().record(new Event(clock.instant(), "ada", "s1", "answer", "", 1));
            assertThat(stores.audit().verify()).isEqualTo(new Verification(4, null));
            assertThat(stores.audit().recent(9)).extracting(Event::detail).containsExactly("", "n=9", "n=8", "n=6");
            assertThat(stores.documents().put(Document.of("c", "k", "{}"))).isPresent();
        }
    }

    /** With a gap among the events, as nobody forbade. */
    private void makeFirstVersion(Path file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String command : script().split(";")) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
            statement.execute("PRAGMA user_version = 1");
            long now = clock.millis();
            statement.execute("INSERT INTO session VALUES ('s1', 'ada', 'old title', " + now + ", " + now + ", 0)");
            statement.execute(
                    "INSERT INTO entry (session, number, kind, json) VALUES ('s1', 1, 'turn', '{\"old\":1}')");
            for (int place : new int[] {6, 8, 9}) {
                statement.execute("INSERT INTO audit VALUES (" + place + ", " + now + ", 'ada', 's1', 'answer', 'n="
                        + place + "', 5)");
            }
            try (PreparedStatement source =
                    connection.prepareStatement("INSERT INTO source VALUES ('s1', 1, 'S1', 'old', ?)")) {
                source.setBytes(1, Packed.pack(RedactionSession.create().redact("old line\n")));
                source.executeUpdate();
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("v1.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
