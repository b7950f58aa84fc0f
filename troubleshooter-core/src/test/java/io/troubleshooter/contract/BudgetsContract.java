package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Budgets.Balance;
import io.troubleshooter.guard.Budgets.Decision;
import io.troubleshooter.guard.Budgets.Refused;
import io.troubleshooter.guard.Budgets.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
}
