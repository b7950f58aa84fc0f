package io.troubleshooter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.contract.AnswerCacheContract;
import io.troubleshooter.contract.AuditLogContract;
import io.troubleshooter.contract.BudgetsContract;
import io.troubleshooter.contract.DocumentsContract;
import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest {

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();

    private SqliteStores open(SqliteLimits limits, TickingClock at) {
        return SqliteStores.open(folder.resolve("data").resolve("tst.db"), limits, at);
    }

    @Nested
    class BudgetsInSqlite implements BudgetsContract {
        @Override
        public Budgets budgets(TickingClock at) {
            return open(SqliteLimits.DEFAULT.withDailyMicroUsd(LIMIT), at).budgets();
        }
    }

    @Nested
    class CacheInSqlite implements AnswerCacheContract {
        @Override
        public AnswerCache cache(long maxBytes, TickingClock at) {
            return open(new SqliteLimits(Duration.ofDays(1), 1 << 20, maxBytes, 100, 0), at)
                    .cache();
        }
    }

    @Nested
    class DocumentsInSqlite implements DocumentsContract {
        @Override
        public Documents documents(TickingClock at) {
            return open(SqliteLimits.DEFAULT, at).documents();
        }
    }

    @Nested
    class AuditInSqlite implements AuditLogContract {
        @Override
        public AuditLog audit() {
            return open(SqliteLimits.DEFAULT, clock).audit();
        }
    }

    @Nested
    class SessionsInSqlite implements SessionStoreContract {
        @Override
        public SessionStore store(TickingClock at, Duration timeToLive) {
            return open(new SqliteLimits(timeToLive, 1 << 20, 1 << 20, 100, 0), at)
                    .sessions();
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        try (SqliteStores stores = open(SqliteLimits.DEFAULT, clock)) {
            stores.budgets().reserve("ada", "r1", 1, Duration.ofMinutes(1));
            try (Stream<Path> files = Files.list(folder.resolve("data"))) {
                assertThat(files)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whatWasKeptIsThereAfterOpeningAgain() {
        try (SqliteStores stores = open(SqliteLimits.DEFAULT, clock)) {
            stores.sessions().create("s1", "ada", text("app.log"), clock.instant());
            stores.cache().get("k", Duration.ofHours(1), () -> "answer");
            stores.budgets().reserve("ada", "r1", 500, Duration.ofHours(1));
        }
        try (SqliteStores stores = open(SqliteLimits.DEFAULT, clock)) {
            assertThat(stores.sessions().find("ada", "s1")).isPresent();
            assertThat(stores.cache()
                            .get("k", Duration.ofHours(1), () -> "lost")
                            .value())
                    .isEqualTo("answer");
            assertThat(stores.budgets().balance("ada").held()).isEqualTo(500);
        }
    }

    @Test
    void theLeastRecentlyUsedSessionsMakeRoom() {
        SqliteLimits small = new SqliteLimits(Duration.ofDays(9), 40_000, 1 << 20, 100, 0);
        try (SqliteStores stores = open(small, clock)) {
            Random random = new Random(7);
            Instant begun = clock.instant();
            for (int i = 0; i < 10; i++) {
                String id = "s" + i;
                stores.sessions().create(id, "ada", text(id), begun.plusSeconds(i));
                stores.sessions().addEntry(id, new StoredEntry(1, "turn", noise(random, 9_000)), begun.plusSeconds(i));
            }
            assertThat(stores.sessions().list("ada", 20))
                    .extracting(Header::id)
                    .containsExactly("s9", "s8", "s7", "s6");
        }
    }

    @Test
    void workThatFailsDoesNoHarmToThatCommittedWithIt() throws Exception {
        try (SqliteStores stores = open(SqliteLimits.DEFAULT, clock)) {
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String session = "s" + i;
                if (i % 3 != 0) {
                    stores.sessions().create(session, "ada", text("one"), clock.instant());
                }
                works.add(() -> {
                    stores.sessions().addEntry(session, new StoredEntry(1, "turn", "{}"), clock.instant());
                    return true;
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(16);
            int kept = 0;
            for (Future<Boolean> work : threads.invokeAll(works)) {
                kept += isDone(work) ? 1 : 0;
            }
            threads.shutdown();
            assertThat(kept).isEqualTo(133);
            assertThat(stores.sessions().list("ada", 200))
                    .hasSize(133)
                    .allMatch(session ->
                            stores.sessions().revision("ada", session.id()).orElseThrow() == 1);
        }
    }

    private static boolean isDone(Future<Boolean> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(IllegalArgumentException.class);
            return false;
        }
    }

    @Test
    void aStoreThatIsClosedSaysSoToAllWhoWrite() {
        SqliteStores stores = open(SqliteLimits.DEFAULT, clock);
        stores.close();
        for (int i = 0; i < 3; i++) {
            String key = "k" + i;
            assertThatThrownBy(() -> stores.documents().put(Document.of("c", key, "{}")))
                    .isInstanceOfSatisfying(
                            TroubleshooterException.class,
                            failed -> assertThat(failed.code()).isEqualTo(Code.STORE_UNAVAILABLE));
            assertThatThrownBy(() -> stores.documents().find("c", key)).isInstanceOf(TroubleshooterException.class);
        }
    }

    @Test
    void damageIsSaidAndTheFileSetAside() throws IOException {
        List<Damage> damages = List.of(
                file -> file.setLength(0),
                file -> overwrite(file, 0, 100),
                file -> overwrite(file, 100, 3_000),
                file -> overwrite(file, 4_096, 20_000),
                file -> file.setLength(6_000));
        for (int i = 0; i < damages.size(); i++) {
            Path file = folder.resolve("damaged" + i + ".db");
            fill(file);
            try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
                damages.get(i).to(raw);
            }
            if (i > 0) {
                assertThatThrownBy(() -> SqliteStores.open(file, SqliteLimits.DEFAULT, clock))
                        .isInstanceOf(TroubleshooterException.class)
                        .hasMessageContaining("set aside as");
                try (Stream<Path> files = Files.list(folder)) {
                    String prefix = file.getFileName() + ".damaged-";
                    assertThat(files.map(f -> f.getFileName().toString())).anyMatch(name -> name.startsWith(prefix));
                }
            }
            try (SqliteStores again = SqliteStores.open(file, SqliteLimits.DEFAULT, clock)) {
                again.sessions().create("new", "ada", text("new"), clock.instant());
                assertThat(again.sessions().find("ada", "new")).isPresent();
            }
        }
    }

    @Test
    void aTextFileIsNoStoreAndIsNotLost() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "these are my notes, and no database\n".repeat(200));
        assertThatThrownBy(() -> SqliteStores.open(file, SqliteLimits.DEFAULT, clock))
                .isInstanceOf(TroubleshooterException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).anySatisfy(kept -> assertThat(kept).content().startsWith("these are my notes"));
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws Exception {
        Path file = folder.resolve("newer.db");
        fill(file);
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> SqliteStores.open(file, SqliteLimits.DEFAULT, clock))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("newer version");
        assertThat(file).exists();
    }

    private void fill(Path file) {
        try (SqliteStores stores = SqliteStores.open(file, SqliteLimits.DEFAULT, clock)) {
            Random random = new Random(3);
            stores.sessions().create("s1", "ada", text("one"), clock.instant());
            for (int i = 0; i < 20; i++) {
                stores.sessions().addEntry("s1", new StoredEntry(i + 1, "turn", noise(random, 2_000)), clock.instant());
            }
        }
    }

    /** Something that happens to a file. */
    private interface Damage {
        void to(RandomAccessFile file) throws IOException;
    }

    private static void overwrite(RandomAccessFile file, long from, int bytes) throws IOException {
        byte[] junk = new byte[bytes];
        new Random(11).nextBytes(junk);
        file.seek(from);
        file.write(junk);
    }

    private static String noise(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static RedactedText text(String text) {
        return RedactionSession.create().redact(text);
    }
}
