package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.contract.AuditLogContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Entry;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.AuditLog.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.Select;

class DynamoAuditLogTest {

    private static final Instant BEGUN = Instant.parse("2026-03-01T10:00:00Z");

    private final TickingClock clock = new TickingClock();
    private final Troubles troubles = new Troubles();
    private final String table = LocalDynamo.newTable();

    private AuditLog audit() {
        DynamoLimits patient = DynamoLimits.DEFAULT.withPatience(Duration.ofSeconds(60));
        return LocalDynamo.stores(table, patient, clock, troubles).audit();
    }

    private static AuditLog fresh(Troubles troubles) {
        return LocalDynamo.stores(LocalDynamo.newTable(), DynamoLimits.DEFAULT, new TickingClock(), troubles)
                .audit();
    }

    private static Event event(int number) {
        return new Event(
                BEGUN.plusSeconds(number),
                number % 100 == 0 ? "blue/bob" : "red/ada",
                "s" + number,
                "answer",
                "n=1",
                1);
    }

    @Nested
    class Untroubled implements AuditLogContract {
        @Override
        public AuditLog audit() {
            return fresh(new Troubles());
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(
            value = Trouble.class,
            names = {"LOST", "CONFLICT"})
    class WithTroubleOfOneKind implements AuditLogContract {
        @Parameter
        Trouble trouble;

        @Override
        public AuditLog audit() {
            return fresh(new Troubles().randomly(8, 0.2, trouble));
        }
    }

    @Nested
    class WithTroublesOfAllKinds implements AuditLogContract {
        @Override
        public AuditLog audit() {
            return fresh(new Troubles().randomly(9, 0.2, Trouble.values()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsKeptOnceWhenTheAnswerIsLost(Trouble trouble) {
        AuditLog audit = audit();
        audit.record(event(1));
        troubles.next(trouble, trouble);
        audit.record(event(2));
        audit.record(event(3));

        assertThat(audit.recent(9)).containsExactly(event(3), event(2), event(1));
        assertThat(audit.verify()).isEqualTo(new Verification(3, null));
        assertThat(troubles.had(trouble)).isPositive();
    }

    @Test
    void ofTenProcessesWithFiftyWritersEachEventIsInOneChain() throws Exception {
        List<AuditLog> processes =
                IntStream.range(0, 10).mapToObj(each -> audit()).toList();
        troubles.randomly(
                5, 0.1, Trouble.LOST, Trouble.CONFLICT, Trouble.THROTTLED, Trouble.RESET, Trouble.BROKEN_AFTER);
        Contention.of(50, writer -> () -> {
            for (int i = 0; i < 3; i++) {
                processes.get(writer % 10).record(event(writer * 3 + i));
            }
            return true;
        });
        troubles.end();

        assertThat(audit().verify()).isEqualTo(new Verification(150, null));
        assertThat(audit().page("", Long.MAX_VALUE, 1_000))
                .extracting(entry -> entry.event().session())
                .doesNotHaveDuplicates()
                .hasSize(150);
    }

    @Test
    void whatWaitsAtOnceIsWrittenAtOnce() throws Exception {
        AuditLog audit = audit();
        audit.record(event(0));
        CountDownLatch gate = new CountDownLatch(1);
        troubles.waitFor(gate);
        int before = troubles.requests();
        List<Thread> writers = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            int number = i;
            writers.add(new Thread(() -> audit.record(event(number))));
        }
        writers.forEach(Thread::start);
        while (!writers.stream().allMatch(writer -> writer.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        gate.countDown();
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(troubles.requests() - before).isEqualTo(2);
        assertThat(audit.verify()).isEqualTo(new Verification(61, null));
    }

    @Test
    void manyEventsLieInSeveralPartsAndAreForgottenAcrossThem() throws Exception {
        AuditLog audit = audit();
        Contention.of(90, writer -> () -> {
            for (int i = 0; i < 25; i++) {
                audit.record(event(i * 90 + writer));
            }
            return true;
        });
        assertThat(audit.verify()).isEqualTo(new Verification(2_250, null));
        List<Entry> page = audit.page("", 1_005, 10);
        assertThat(page)
                .extracting(Entry::place)
                .containsExactly(1_004L, 1_003L, 1_002L, 1_001L, 1_000L, 999L, 998L, 997L, 996L, 995L);
        assertThat(audit.page("blue/", Long.MAX_VALUE, 100)).hasSize(23);
        assertThat(audit.usage("blue/", BEGUN, BEGUN.plusSeconds(86_400))
                        .total()
                        .answers())
                .isEqualTo(23);

        long left = audit.forget(BEGUN.plusSeconds(2_100));
        assertThat(left).isGreaterThan(2_000);
        assertThat(audit.verify()).isEqualTo(new Verification(2_250 - left, null));
        assertThat(audit.page("", Long.MAX_VALUE, 5_000)).hasSize((int) (2_250 - left));
        assertThat(items()).as("events, one part's name, the head").isEqualTo((int) (2_250 - left) + 2);
    }

    private int items() {
        return LocalDynamo.client().scanPaginator(scan -> scan.tableName(table).select(Select.COUNT)).stream()
                .mapToInt(page -> page.count())
                .sum();
    }

    @Test
    void whatCannotBeKeptIsToldToAllWhoWait() {
        AuditLog audit = LocalDynamo.stores(
                        table, DynamoLimits.DEFAULT.withPatience(Duration.ofMillis(200)), clock, troubles)
                .audit();
        audit.record(event(1));
        troubles.randomly(1, 1, Trouble.RESET);
        assertThatThrownBy(() -> audit.record(event(2))).isInstanceOf(TroubleshooterException.class);
        troubles.end();
        audit.record(event(3));

        assertThat(audit.recent(9)).containsExactly(event(3), event(1));
        assertThat(audit.verify()).isEqualTo(new Verification(2, null));
    }
}
