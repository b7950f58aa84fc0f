package io.troubleshooter.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may spend in a day (UTC), in millionths of a US dollar. The worst case is reserved before a call and
 * settled once after it; a reservation that is never settled expires with its lease and then counts as spent in full.
 * Thread-safe; every implementation passes {@code BudgetsContract}.
 */
public interface Budgets {

    /** For how many days it is known what was spent. */
    int DAYS_KEPT = 40;

    /** An answer to the wish to spend. */
    sealed interface Decision {}

    /**
     * Granted: settle it once.
     *
     * @param day in UTC whose budget it takes from, also when it is settled after midnight
     */
    record Reservation(String account, LocalDate day, String id, long microUsd, Instant leaseUntil)
            implements Decision {}

    /**
     * Refused: nothing was reserved.
     *
     * @param left what the account has left today
     * @param resets when the next day begins
     */
    record Refused(long left, Instant resets) implements Decision {}

    /**
     * What stands to an account's day.
     *
     * @param spent settled
     * @param held reserved and not settled yet
     */
    record Balance(long limit, long spent, long held) {

        public long left() {
            return Math.max(0, limit - spent - held);
        }
    }

    /**
     * Reserves.
     *
     * @param id unique for the request: the same id again on the same day gives the same reservation
     * @param microUsd worst case, 0 or more
     * @param lease how long the request may take
     */
    Decision reserve(String account, String id, long microUsd, Duration lease);

    /**
     * Settles with what was really used, which may exceed what was reserved.
     *
     * @return whether this call settled it; false if it was settled before, or its lease has run out
     */
    boolean settle(Reservation reservation, long microUsd);

    Balance balance(String account);

    /**
     * An account and what stands to its day.
     *
     * @param own whether it has a limit of its own
     */
    record Account(String account, Balance balance, boolean own) {}

    /**
     * What an account spent in a day.
     *
     * @param microUsd settled
     */
    record Spent(LocalDate day, String account, long microUsd) {}

    /**
     * Gives an account a daily limit of its own, from now on.
     *
     * @param microUsd 0 or more; null for the one that all have
     */
    void limit(String account, @Nullable Long microUsd);

    /**
     * Accounts that have a limit of their own or took something today, by name.
     *
     * @param accounts how they begin, such as {@code project/}; empty for all
     */
    List<Account> accounts(String accounts);

    /**
     * What was spent, by day and account; known for {@value #DAYS_KEPT} days.
     *
     * @param accounts how they begin, such as {@code project/}; empty for all
     * @param last this day too
     */
    List<Spent> spent(String accounts, LocalDate first, LocalDate last);
}
