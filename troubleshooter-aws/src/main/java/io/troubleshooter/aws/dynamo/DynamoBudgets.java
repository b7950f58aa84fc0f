package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.BudgetKeys.DAILY;
import static io.troubleshooter.aws.dynamo.BudgetKeys.HELD;
import static io.troubleshooter.aws.dynamo.BudgetKeys.SPENT;
import static io.troubleshooter.aws.dynamo.BudgetKeys.USED;

import io.troubleshooter.guard.Budgets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One item per account and day, one per reservation; every change is one transaction. A lease that has run out needs no
 * work to count: what is held is as much gone as what is spent. It is written down as spent before anybody looks.
 */
final class DynamoBudgets implements Budgets {

    private final Table table;
    private final BudgetChanges changes;
    private final BudgetReports reports;
    private final Leases leases;
    private final long dailyLimit;
    private final Clock clock;

    DynamoBudgets(Table table, long dailyLimit, Clock clock) {
        this.table = table;
        this.changes = new BudgetChanges(table.name());
        this.reports = new BudgetReports(table, dailyLimit);
        this.leases = new Leases(table, changes, clock);
        this.dailyLimit = dailyLimit;
        this.clock = clock;
    }

    @Override
    public Decision reserve(String account, String id, long microUsd, Duration lease) {
        if (microUsd < 0) {
            throw new IllegalArgumentException("microUsd must be 0 or more, was " + microUsd);
        }
        LocalDate day = today();
        Instant until = Instant.ofEpochMilli(clock.instant().plus(lease).toEpochMilli());
        Reservation wanted = new Reservation(account, day, id, microUsd, until);
        Standing standing = standing(account, day);
        return microUsd > standing.limit - standing.used()
                ? known(wanted, standing.limit, standing.used())
                : hold(wanted, standing);
    }

    /** There is not enough left; but perhaps it was granted before. */
    private Decision known(Reservation wanted, long limit, long used) {
        Item known = table.get(BudgetKeys.account(wanted.account()), BudgetKeys.reservation(wanted.day(), wanted.id()));
        return known.isEmpty() ? refused(wanted.day(), limit, used) : BudgetKeys.reservation(known);
    }

    private Decision hold(Reservation wanted, Standing standing) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(changes.keep(wanted));
        writes.add(changes.hold(wanted, standing.limit));
        if (standing.day.isEmpty()) {
            writes.add(changes.name(wanted));
        }
        Transaction held = table.transact(writes);
        if (held.done()) {
            return wanted;
        }
        Transaction.Refusal kept = held.refusals().get(0);
        return kept.failed()
                ? BudgetKeys.reservation(kept.item())
                : refused(
                        wanted.day(),
                        standing.limit,
                        held.refusals().get(1).item().number(USED, 0));
    }

    private static Refused refused(LocalDate day, long limit, long used) {
        Instant tomorrow = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Refused(Math.max(0, limit - used), tomorrow);
    }

    @Override
    public boolean settle(Reservation reservation, long microUsd) {
        return table.transact(
                        List.of(changes.settle(reservation, clock.millis()), changes.spend(reservation, microUsd)))
                .done();
    }

    @Override
    public Balance balance(String account) {
        leases.expire();
        Standing standing = standing(account, today());
        return new Balance(standing.limit, standing.day.number(SPENT, 0), standing.day.number(HELD, 0));
    }

    /** What an account may spend, and what it has taken of it. */
    private record Standing(long limit, Item day) {

        long used() {
            return day.number(USED, 0);
        }
    }

    private Standing standing(String account, LocalDate day) {
        Item today = Item.NONE;
        long limit = dailyLimit;
        for (Item item : table.between(BudgetKeys.account(account), BudgetKeys.day(day), BudgetKeys.LIMIT)) {
            limit = item.number(DAILY, limit);
            today = item.has(USED) && item.text(TableSetup.SK, "").equals(BudgetKeys.day(day)) ? item : today;
        }
        return new Standing(limit, today);
    }

    @Override
    public void limit(String account, @Nullable Long microUsd) {
        if (microUsd != null && microUsd < 0) {
            throw new IllegalArgumentException("microUsd must be 0 or more, was " + microUsd);
        }
        Item own = Item.of(BudgetKeys.account(account), BudgetKeys.LIMIT);
        Item named = Item.of(BudgetKeys.LIMITED, BudgetKeys.named(account));
        table.transact(
                microUsd == null
                        ? List.of(changes.delete(own), changes.delete(named))
                        : List.of(changes.put(own.with(DAILY, microUsd)), changes.put(named.with(DAILY, microUsd))));
    }

    @Override
    public List<Account> accounts(String accounts) {
        leases.expire();
        return reports.accounts(accounts, today());
    }

    @Override
    public List<Spent> spent(String accounts, LocalDate first, LocalDate last) {
        leases.expire();
        LocalDate oldest = today().minusDays(DAYS_KEPT);
        return reports.spent(accounts, first.isBefore(oldest) ? oldest : first, last);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
