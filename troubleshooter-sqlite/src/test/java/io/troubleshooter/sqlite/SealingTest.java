package io.troubleshooter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore.Stored;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.guard.KeyRing;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final String FIRST = KeyRing.newKey("k1", new SecureRandom());
    private static final String SECOND = KeyRing.newKey("k2", new SecureRandom());
    private static final String WORD = "zanzibar";

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();

    private Path file() {
        return folder.resolve("tst.db");
    }

    private SqliteStores open(String keys) {
        return SqliteStores.open(file(), SqliteLimits.DEFAULT, clock, KeyRing.parse(keys));
    }

    private void fill(SqliteStores stores) {
        stores.sessions().create("s1", "ada", text("title " + WORD), clock.instant());
        stores.sessions().addSource("s1", "S1", text("name " + WORD), List.of(text("line " + WORD + "\n")));
        stores.sessions().addEntry("s1", new StoredEntry(1, "turn", "{\"a\":\"" + WORD + "\"}"), clock.instant());
        stores.cache().get("key", Duration.ofDays(1), () -> "answer " + WORD);
        stores.documents().put(Document.of("comment/s1", "c1", "{\"text\":\"" + WORD + "\"}"));
        stores.audit().record(new Event(clock.instant(), "ada", "s1", "answer", "model=m", 1));
    }

    private void requireAll(SqliteStores stores) {
        Stored stored = stores.sessions().find("ada", "s1").orElseThrow();
        assertThat(stored.header().title()).isEqualTo("title " + WORD);
        assertThat(stores.sessions().list("ada", 9)).containsExactly(stored.header());
        assertThat(stored.sources().get(0).name()).isEqualTo("name " + WORD);
        assertThat(SessionStoreContract.lines(stored.sources().get(0))).isEqualTo("line " + WORD + "\n");
        assertThat(stored.entries().get(0).json()).contains(WORD);
        assertThat(stores.cache().get("key", Duration.ofDays(1), () -> "lost").value())
                .isEqualTo("answer " + WORD);
        assertThat(stores.documents().find("comment/s1", "c1").orElseThrow().json())
                .contains(WORD);
    }

    @Test
    void nothingThatIsSealedStandsInTheFiles() throws IOException {
        try (SqliteStores stores = open(FIRST)) {
            fill(stores);
            requireAll(stores);
            assertThat(everything()).doesNotContain(WORD);
            assertThat(stores.audit().verify().sound()).isTrue();
        }
        assertThat(everything()).doesNotContain(WORD);
    }

    @Test
    void whatWasStoredBeforeThereWasAKeyIsReadAndThenSealed() throws IOException {
        try (SqliteStores stores = open("")) {
            fill(stores);
            assertThat(everything()).contains(WORD);
        }
        try (SqliteStores stores = open(FIRST)) {
            requireAll(stores);
            assertThat(stores.reseal()).isEqualTo(6);
            assertThat(stores.reseal()).isZero();
            requireAll(stores);
        }
        assertThat(everything()).doesNotContain(WORD);
    }

    @Test
    void anOldKeyCanGoOnceAllIsUnderTheNewOne() {
        try (SqliteStores stores = open(FIRST)) {
            fill(stores);
        }
        try (SqliteStores stores = open(SECOND + "," + FIRST)) {
            requireAll(stores);
            assertThat(stores.reseal()).isEqualTo(6);
            assertThat(stores.audit().verify().sound()).isTrue();
        }
        try (SqliteStores stores = open(SECOND)) {
            requireAll(stores);
            assertThat(stores.audit().verify().sound()).isTrue();
        }
    }

    @Test
    void aResealingThatIsStoppedGoesOnTheNextTime() {
        try (SqliteStores stores = open("")) {
            for (int i = 0; i < 90; i++) {
                stores.documents().put(Document.of("c", "k" + i, "{}"));
            }
        }
        try (SqliteStores stores = open(FIRST)) {
            Thread.currentThread().interrupt();
            assertThat(stores.reseal()).isZero();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stores.reseal()).isEqualTo(90);
        }
    }

    @Test
    void withoutItsKeyTheFileIsNotOpened() {
        try (SqliteStores stores = open(FIRST)) {
            fill(stores);
        }
        for (String keys : List.of("", SECOND)) {
            assertThatThrownBy(() -> open(keys))
                    .isInstanceOfSatisfying(
                            TroubleshooterException.class,
                            failed -> assertThat(failed.advice()).contains("k1"))
                    .hasMessageNotContaining(WORD);
        }
    }

    @Test
    void valuesPutInEachOthersPlaceDoNotOpen() throws SQLException {
        try (SqliteStores stores = open(FIRST)) {
            stores.documents().put(Document.of("key", "admin", "{\"role\":\"admin\"}"));
            stores.documents().put(Document.of("key", "viewer", "{\"role\":\"viewer\"}"));
            change("UPDATE document SET json = (SELECT json FROM document WHERE key = 'admin')");

            assertThat(stores.documents().find("key", "admin")).isPresent();
            assertThatThrownBy(() -> stores.documents().find("key", "viewer"))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageNotContaining("role");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    private String everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                all.add(Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return String.join("", all);
    }

    private static RedactedText text(String text) {
        return RedactionSession.create().redact(text);
    }
}
