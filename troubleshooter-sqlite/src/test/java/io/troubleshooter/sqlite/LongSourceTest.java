package io.troubleshooter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.KeyRing;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of many parts, on a disk with room and without. */
class LongSourceTest {

    private static final String KEY = KeyRing.newKey("k1", new SecureRandom());

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();
    private Database database;
    private SessionStore sessions;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("tst.db"), clock);
        sessions = new SqliteSessions(database, new Vault(KeyRing.parse(KEY)), SqliteLimits.DEFAULT, clock);
        sessions.create("s1", "ada", text("title"), clock.instant());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void comesBackWholeAndIsLeftOutUntilItIsComplete() {
        List<RedactedText> parts = parts(20);
        sessions.addSource(
                "s1",
                "S1",
                text("long"),
                () -> IntStream.range(0, 20)
                        .peek(i -> assertThat(sources()).isEmpty())
                        .mapToObj(parts::get)
                        .iterator());
        assertThat(sources()).containsExactly(whole(parts));
        assertThat(number("SELECT count(*) FROM source_part")).isEqualTo(20);
    }

    @Test
    void aPartThatWasMovedToAnotherPlaceIsRefused() throws SQLException {
        sessions.addSource("s1", "S1", text("long"), parts(3));
        run("UPDATE source_part SET number = 9 - number");
        run("UPDATE source_part SET number = number - 5");
        assertThatThrownBy(this::sources).isInstanceOf(TroubleshooterException.class);
    }

    @Test
    void onAFullDiskNothingOfItIsKeptAndLaterEverythingWorks() throws SQLException {
        limitPages(number("PRAGMA page_count") + 8);
        assertThatThrownBy(() -> sessions.addSource("s1", "S1", text("long"), parts(20)))
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        failed -> assertThat(failed.code()).isEqualTo(Code.STORE_UNAVAILABLE))
                .hasMessageContaining("SQLITE_FULL");
        assertThat(sources()).isEmpty();
        assertThat(number("SELECT count(*) FROM source_part")).isZero();
        sessions.addEntry("s1", new StoredEntry(1, "turn", "{}"), clock.instant());

        limitPages(1_000_000);
        sessions.addSource("s1", "S1", text("long"), parts(20));
        assertThat(sources()).containsExactly(whole(parts(20)));
        assertThat(number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"))
                .isEqualTo(1);
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAfterAnHour() throws SQLException {
        sessions.addSource("s1", "S1", text("long"), parts(3));
        run("UPDATE source SET begun = " + clock.millis());
        assertThat(sources()).isEmpty();
        sessions.create("s2", "ada", text("next"), clock.instant());
        assertThat(number("SELECT count(*) FROM source_part")).isEqualTo(3);
        clock.advance(Duration.ofMinutes(61));
        sessions.create("s3", "ada", text("next"), clock.instant());
        assertThat(number("SELECT count(*) FROM source_part")).isZero();
    }

    @Test
    void readingASourceOfASessionThatWasDeletedMeanwhileFails() {
        sessions.addSource("s1", "S1", text("long"), parts(3));
        var stored = sessions.find("ada", "s1").orElseThrow().sources().get(0);
        assertThat(sessions.delete("ada", "s1")).isTrue();
        assertThat(number("SELECT count(*) FROM source_part")).isZero();
        assertThatThrownBy(() -> SessionStoreContract.lines(stored)).isInstanceOf(TroubleshooterException.class);
    }

    private List<String> sources() {
        return sessions.find("ada", "s1").orElseThrow().sources().stream()
                .map(SessionStoreContract::lines)
                .toList();
    }

    private static String whole(List<RedactedText> parts) {
        return String.join("", parts.stream().map(RedactedText::toString).toList());
    }

    /** Of some 20 kB. */
    private static List<RedactedText> parts(int count) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> text(random.ints(3_000, 'a', 'z' + 1)
                        .collect(
                                StringBuilder::new,
                                (line, c) -> line.append((char) c).append("xyz \n"),
                                (a, b) -> {})
                        .toString()))
                .toList();
    }

    private static RedactedText text(String text) {
        return RedactionSession.create().redact(text);
    }

    /** A file that cannot grow is to SQLite what a full disk is. */
    private void limitPages(long pages) {
        database.transact(connection -> Sql.number(connection, "PRAGMA max_page_count = " + pages));
    }

    private long number(String query) {
        return database.transact(connection -> Sql.number(connection, query));
    }

    private void run(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tst.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
