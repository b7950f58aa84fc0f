package io.troubleshooter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.AuditLog.Verification;
import io.troubleshooter.guard.KeyRing;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTamperingTest {

    private static final int EVENTS = 10;

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();
    private final KeyRing keys = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));
    private SqliteStores stores;

    @BeforeEach
    void fill() {
        stores = SqliteStores.open(folder.resolve("tst.db"), SqliteLimits.DEFAULT, clock, keys);
        for (int i = 1; i <= EVENTS; i++) {
            stores.audit().record(event(i));
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Event event(int i) {
        return new Event(clock.instant().plusSeconds(i), "red/ada", "s" + i, "answer", "n=" + i, i);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET account = 'red/bob' WHERE place = 4 | 4",
                "UPDATE audit SET amount = 0 WHERE place = 10 | 10",
                "UPDATE audit SET time = time + 1 WHERE place = 1 | 1",
                "UPDATE audit SET session = 's6', detail = '' WHERE place = 5 | 5",
                "UPDATE audit SET session = action, action = session WHERE place = 3 | 3",
                "UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE place = 7 | 7",
                "DELETE FROM audit WHERE place = 6 | 6",
                "DELETE FROM audit WHERE place = 1 | 1",
                "DELETE FROM audit WHERE place > 7 | 8",
                "DELETE FROM audit | 1",
                "INSERT INTO audit SELECT 11, time, account, session, action, detail, amount, hash FROM audit WHERE place = 10 | 11",
                "INSERT INTO audit SELECT 0, time, account, session, action, detail, amount, hash FROM audit WHERE place = 1 | 1",
                "DELETE FROM audit_head | 11",
                "UPDATE audit_head SET state = zeroblob(200) | 11",
                "UPDATE audit_head SET state = substr(state, 1, length(state) - 1) | 11"
            })
    void aChangeIsFoundAtItsFirstPlace(String sql, long place) throws SQLException {
        assertThat(stores.audit().verify()).isEqualTo(new Verification(EVENTS, null));
        change(sql);
        assertThat(stores.audit().verify().firstBroken()).isEqualTo(place);
    }

    @Test
    void anotherOrderIsFound() throws SQLException {
        change("UPDATE audit SET place = -5 WHERE place = 5");
        change("UPDATE audit SET place = 5 WHERE place = 6");
        change("UPDATE audit SET place = 6 WHERE place = -5");
        assertThat(stores.audit().verify().firstBroken()).isEqualTo(5);
    }

    @Test
    void aChainCalculatedAnewDoesNotFitItsSealedHead() throws SQLException {
        AuditChain chain = AuditChain.START;
        for (int i = 1; i <= EVENTS; i++) {
            Event forged = i == 4 ? new Event(event(i).time(), "red/eve", "s4", "answer", "n=4", 4) : event(i);
            chain = chain.after(forged);
            change("UPDATE audit SET account = '" + forged.account() + "', hash = '" + chain.hash() + "' WHERE place = "
                    + i);
        }
        assertThat(stores.audit().verify().sound()).isFalse();

        change("UPDATE audit_head SET state = CAST('0 " + AuditChain.START.hash() + " 10 " + chain.hash()
                + "' AS BLOB)");
        assertThat(stores.audit().verify().sound())
                .as("a head that is not sealed")
                .isFalse();
    }

    @Test
    void goingOnAfterAHeadWithoutSealLeavesATrace() throws SQLException {
        change("DELETE FROM audit WHERE place > 7");
        change("DELETE FROM audit_head");
        stores.audit().record(event(11));

        assertThat(stores.audit().recent(2)).extracting(Event::action).containsExactly("answer", "adopt-audit");
        assertThat(stores.audit().recent(2).get(1).detail()).isEqualTo("last=7");
    }

    @Test
    void theNewestAreKeptAndStillVerified() throws SQLException {
        SqliteLimits few = new SqliteLimits(SqliteLimits.DEFAULT.sessionLife(), 1 << 20, 1 << 20, 4, 0);
        try (SqliteStores small = SqliteStores.open(folder.resolve("small.db"), few, clock, keys)) {
            AuditLog audit = small.audit();
            for (int i = 1; i <= 9; i++) {
                audit.record(event(i));
            }
            assertThat(audit.verify()).isEqualTo(new Verification(4, null));
            assertThat(audit.recent(9)).extracting(Event::session).isEqualTo(List.of("s9", "s8", "s7", "s6"));
        }
    }

    @Test
    void twoThatHaveTheFileOpenWriteOneChain() {
        try (SqliteStores other = SqliteStores.open(folder.resolve("tst.db"), SqliteLimits.DEFAULT, clock, keys)) {
            for (int i = 11; i <= 30; i++) {
                (i % 2 == 0 ? other : stores).audit().record(event(i));
            }
            assertThat(other.audit().verify()).isEqualTo(new Verification(30, null));
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tst.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
