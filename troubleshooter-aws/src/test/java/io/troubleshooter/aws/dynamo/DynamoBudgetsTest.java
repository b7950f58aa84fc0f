package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.contract.BudgetsContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Budgets.Account;
import io.troubleshooter.guard.Budgets.Balance;
import io.troubleshooter.guard.Budgets.Refused;
import io.troubleshooter.guard.Budgets.Reservation;
import io.troubleshooter.guard.Budgets.Spent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DynamoBudgetsTest {

    private static final long LIMIT = 1_000_000;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final TickingClock clock = new TickingClock();
    private final Troubles troubles = new Troubles();
    private final String table = LocalDynamo.newTable();

    private Budgets budgets() {
        DynamoLimits limits = DynamoLimits.DEFAULT.withDailyMicroUsd(LIMIT).withPatience(Duration.ofSeconds(60));
        return LocalDynamo.stores(table, limits, clock, troubles).budgets();
    }

    private static Budgets fresh(TickingClock clock, Troubles troubles) {
        return LocalDynamo.stores(
                        LocalDynamo.newTable(), DynamoLimits.DEFAULT.withDailyMicroUsd(LIMIT), clock, troubles)
                .budgets();
    }

    @Nested
    class Untroubled implements BudgetsContract {
        @Override
        public Budgets budgets(TickingClock at) {
            return fresh(at, new Troubles());
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(
            value = Trouble.class,
            names = {"LOST", "CONFLICT"})
    class WithTroubleOfOneKind implements BudgetsContract {
        @Parameter
        Trouble trouble;

        @Override
        public Budgets budgets(TickingClock at) {
            return fresh(at, new Troubles().randomly(3, 0.1, trouble));
        }
    }

    @Nested
    class WithTroublesOfAllKinds implements BudgetsContract {
        @Override
        public Budgets budgets(TickingClock at) {
            return fresh(at, new Troubles().randomly(4, 0.2, Trouble.values()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTakenTwiceWhenTheAnswerIsLost(Trouble trouble) {
        Budgets budgets = budgets();
        troubles.next(Trouble.SLOW, trouble, trouble);
        Reservation held = (Reservation) budgets.reserve("red/ada", "r1", 400, LEASE);
        troubles.next(trouble, trouble);
        assertThat(budgets.settle(held, 300)).isTrue();
        troubles.next(trouble);
        assertThat(budgets.settle(held, 300)).isFalse();

        assertThat(budgets.balance("red/ada")).isEqualTo(new Balance(LIMIT, 300, 0));
        assertThat(troubles.had(trouble)).isPositive();
    }

    @Test
    void ofFiftyAtOnceTheLimitIsNeverExceededAndAllIsExactAfterwards() throws Exception {
        Budgets budgets = budgets();
        budgets.limit("red/ada", 1_000_003L);
        troubles.randomly(9, 0.15, Trouble.LOST, Trouble.CONFLICT, Trouble.THROTTLED, Trouble.RESET, Trouble.BROKEN);
        List<Reservation> held = Contention.of(50, each -> () -> {
                    Budgets own = each % 2 == 0 ? budgets : budgets();
                    return own.reserve("red/ada", "r" + each, 33_333, LEASE) instanceof Reservation granted
                            ? granted
                            : null;
                })
                .stream()
                .filter(Objects::nonNull)
                .toList();
        assertThat(held).hasSize(30);
        assertThat(budgets.balance("red/ada")).isEqualTo(new Balance(1_000_003, 0, 999_990));
        assertThat(budgets.reserve("red/ada", "more", 14, LEASE)).isInstanceOf(Refused.class);

        Contention.of(30, each -> () -> budgets.settle(held.get(each), 10_000 + each));
        long spent = 30 * 10_000 + 29 * 30 / 2;
        troubles.end();
        assertThat(budgets.balance("red/ada")).isEqualTo(new Balance(1_000_003, spent, 0));
        assertThat(budgets.spent("", TODAY, TODAY)).containsExactly(new Spent(TODAY, "red/ada", spent));
    }

    @Test
    void whatIsLeftBehindIsCountedOnceHoweverManyLook() throws Exception {
        Budgets budgets = budgets();
        IntStream.range(0, 20).forEach(each -> budgets.reserve("red/u" + each % 3, "r" + each, 10, LEASE));
        clock.advance(LEASE.plusMillis(1));
        troubles.randomly(2, 0.1, Trouble.LOST, Trouble.CONFLICT);
        Contention.of(10, each -> () -> budgets.balance("red/u0"));

        assertThat(budgets.accounts("red/"))
                .containsExactly(
                        new Account("red/u0", new Balance(LIMIT, 70, 0), false),
                        new Account("red/u1", new Balance(LIMIT, 70, 0), false),
                        new Account("red/u2", new Balance(LIMIT, 60, 0), false));
    }

    @Test
    void manyAccountsAreListed() {
        Budgets budgets = budgets();
        IntStream.range(0, 101).forEach(each -> budgets.limit("red/%03d".formatted(each), (long) each));
        budgets.reserve("red/007", "r", 5, LEASE);
        budgets.reserve("reddish/x", "r", 5, LEASE);

        assertThat(budgets.accounts("red/")).hasSize(101).contains(new Account("red/007", new Balance(7, 0, 5), true));
        assertThat(budgets.accounts("r")).hasSize(102);
        assertThat(budgets.accounts("red/01")).hasSize(10);
    }

    @Test
    void namesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> budgets().reserve("x".repeat(1_001), "r", 1, LEASE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> budgets().reserve("ada", "\u2603".repeat(334), 1, LEASE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(budgets().reserve("", "", 1, LEASE)).isInstanceOf(Reservation.class);
    }
}
