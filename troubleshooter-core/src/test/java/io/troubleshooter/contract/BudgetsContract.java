package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Budgets.Account;
import io.troubleshooter.guard.Budgets.Balance;
import io.troubleshooter.guard.Budgets.Decision;
import io.troubleshooter.guard.Budgets.Refused;
import io.troubleshooter.guard.Budgets.Reservation;
import io.troubleshooter.guard.Budgets.Spent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Budgets} keeps to. */
public interface BudgetsContract {

    long LIMIT = 1_000_000;
    Duration LEASE = Duration.ofMinutes(5);

    /** Empty budgets with {@link #LIMIT} for each account. */
    Budgets budgets(TickingClock clock);

    @Test
    default void settlesWithWhatWasUsed() {
        Budgets budgets = budgets(new TickingClock());
        Reservation held = (Reservation) budgets.reserve("ada", "r1", 400_000, LEASE);
        assertThat(budgets.balance("ada")).isEqualTo(new Balance(LIMIT, 0, 400_000));
        assertThat(budgets.settle(held, 150_000)).isTrue();
        assertThat(budgets.balance("ada")).isEqualTo(new Balance(LIMIT, 150_000, 0));
    }

    @Test
    default void settlesOnce() {
        Budgets budgets = budgets(new TickingClock());
        Reservation held = (Reservation) budgets.reserve("ada", "r1", 400_000, LEASE);
        assertThat(budgets.settle(held, 150_000)).isTrue();
        assertThat(budgets.settle(held, 150_000)).isFalse();
        assertThat(budgets.balance("ada").spent()).isEqualTo(150_000);
    }

    @Test
    default void grantsAnIdOnce() {
        Budgets budgets = budgets(new TickingClock());
        Decision first = budgets.reserve("ada", "r1", 400_000, LEASE);
        assertThat(budgets.reserve("ada", "r1", 400_000, LEASE)).isEqualTo(first);
        assertThat(budgets.balance("ada").held()).isEqualTo(400_000);
        budgets.settle((Reservation) first, 10);
        assertThat(budgets.reserve("ada", "r1", 400_000, LEASE)).isEqualTo(first);
        assertThat(budgets.balance("ada")).isEqualTo(new Balance(LIMIT, 10, 0));
    }

    @Test
    default void refusesWhatIsNotThereAndSaysWhenItResets() {
        Budgets budgets = budgets(new TickingClock());
        budgets.reserve("ada", "r1", 700_000, LEASE);
        assertThat(budgets.reserve("ada", "r2", 300_001, LEASE))
                .isEqualTo(new Refused(300_000, Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(budgets.reserve("ada", "r3", 300_000, LEASE)).isInstanceOf(Reservation.class);
    }

    @Test
    default void accountsDoNotShare() {
        Budgets budgets = budgets(new TickingClock());
        budgets.reserve("ada", "r1", LIMIT, LEASE);
        assertThat(budgets.reserve("bob", "r2", LIMIT, LEASE)).isInstanceOf(Reservation.class);
    }

    @Test
    default void aLeaseThatRanOutCountsAsSpent() {
        TickingClock clock = new TickingClock();
        Budgets budgets = budgets(clock);
        Reservation held = (Reservation) budgets.reserve("ada", "r1", 400_000, LEASE);
        clock.advance(LEASE.plusSeconds(1));
        assertThat(budgets.balance("ada")).isEqualTo(new Balance(LIMIT, 400_000, 0));
        assertThat(budgets.settle(held, 1)).isFalse();
        assertThat(budgets.balance("ada").spent()).isEqualTo(400_000);
    }

    @Test
    default void aNewDayHasANewBudget() {
        TickingClock clock = new TickingClock();
        Budgets budgets = budgets(clock);
        Reservation held = (Reservation) budgets.reserve("ada", "r1", LIMIT, Duration.ofDays(1));
        clock.advance(Duration.ofHours(15));
        assertThat(held.day()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(budgets.reserve("ada", "r2", LIMIT, LEASE)).isInstanceOf(Reservation.class);
        assertThat(budgets.settle(held, 5)).isTrue();
        assertThat(budgets.balance("ada")).isEqualTo(new Balance(LIMIT, 0, LIMIT));
    }

    @Test
    default void nothingNegativeIsReserved() {
        assertThatThrownBy(() -> budgets(new TickingClock()).reserve("ada", "r1", -1, LEASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    default void manyAtOnceNeverOverspend() throws Exception {
        Budgets budgets = budgets(new TickingClock());
        AtomicLong settled = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Future<?>> turns = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = "turn-" + i;
            turns.add(pool.submit(() -> {
                if (budgets.reserve("ada", id, 30_000, LEASE) instanceof Reservation held) {
                    Balance now = budgets.balance("ada");
                    assertThat(now.spent() + now.held()).isLessThanOrEqualTo(LIMIT);
                    settled.addAndGet(budgets.settle(held, 29_000) ? 29_000 : 0);
                    assertThat(budgets.settle(held, 29_000)).isFalse();
                }
            }));
        }
        for (Future<?> turn : turns) {
            turn.get();
        }
        pool.shutdown();
        assertThat(settled.get()).isLessThanOrEqualTo(LIMIT).isGreaterThanOrEqualTo(LIMIT - 30_000);
        assertThat(budgets.balance("ada")).isEqualTo(new Balance(LIMIT, settled.get(), 0));
    }

    @Test
    default void anAccountCanHaveALimitOfItsOwn() {
        Budgets budgets = budgets(new TickingClock());
        budgets.limit("red/ada", 500L);
        assertThat(budgets.balance("red/ada")).isEqualTo(new Balance(500, 0, 0));
        assertThat(budgets.balance("red/bob").limit()).isEqualTo(LIMIT);
        assertThat(budgets.reserve("red/ada", "r1", 501, LEASE)).isInstanceOf(Refused.class);
        assertThat(budgets.reserve("red/ada", "r2", 500, LEASE)).isInstanceOf(Reservation.class);

        budgets.limit("red/ada", 200L);
        assertThat(budgets.balance("red/ada")).isEqualTo(new Balance(200, 0, 500));
        assertThat(budgets.balance("red/ada").left()).isZero();
        budgets.limit("red/ada", null);
        assertThat(budgets.balance("red/ada").limit()).isEqualTo(LIMIT);
        assertThatThrownBy(() -> budgets.limit("red/ada", -1L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void accountsAreListedWithWhatStandsToTheirDay() {
        TickingClock clock = new TickingClock();
        Budgets budgets = budgets(clock);
        budgets.limit("red/ada", 500L);
        budgets.settle((Reservation) budgets.reserve("red/bob", "r1", 400, LEASE), 300);
        budgets.reserve("redder/cid", "r2", 100, LEASE);
        budgets.balance("red/dan");

        assertThat(budgets.accounts("red/"))
                .containsExactly(
                        new Account("red/ada", new Balance(500, 0, 0), true),
                        new Account("red/bob", new Balance(LIMIT, 300, 0), false));
        assertThat(budgets.accounts(""))
                .extracting(Account::account)
                .containsExactly("red/ada", "red/bob", "redder/cid");
        clock.advance(Duration.ofDays(1));
        assertThat(budgets.accounts("red/")).extracting(Account::account).containsExactly("red/ada");
    }

    @Test
    default void whatWasSpentIsKnownByDayAndAccount() {
        TickingClock clock = new TickingClock();
        Budgets budgets = budgets(clock);
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        budgets.settle((Reservation) budgets.reserve("red/bob", "r1", 400, LEASE), 300);
        budgets.settle((Reservation) budgets.reserve("red/ada", "r1", 400, LEASE), 200);
        clock.advance(Duration.ofDays(3));
        LocalDate last = first.plusDays(3);
        budgets.settle((Reservation) budgets.reserve("red/ada", "r2", 400, LEASE), 100);
        budgets.settle((Reservation) budgets.reserve("blue/ada", "r2", 400, LEASE), 50);
        budgets.reserve("red/ada", "left behind", 7, LEASE);
        clock.advance(LEASE.plusSeconds(1));

        assertThat(budgets.spent("red/", first, last))
                .containsExactly(
                        new Spent(first, "red/ada", 200),
                        new Spent(first, "red/bob", 300),
                        new Spent(last, "red/ada", 107));
        assertThat(budgets.spent("", first.plusDays(1), last))
                .extracting(Spent::account)
                .containsExactly("blue/ada", "red/ada");
        assertThat(budgets.spent("red/", first.plusDays(1), first.plusDays(2))).isEmpty();
    }
}
