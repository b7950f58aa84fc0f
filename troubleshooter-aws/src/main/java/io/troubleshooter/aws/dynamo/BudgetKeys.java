package io.troubleshooter.aws.dynamo;

import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Budgets.Reservation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where budgets lie. An account's own things are in a partition of its own: what stands to a day, reservations, its limit.
 * Beside them, a partition for each day names the accounts that took something, and one names those with a limit.
 */
final class BudgetKeys {

    /** Held and spent together: what conditions look at, since they cannot add. */
    static final String USED = "used";

    static final String SPENT = "spent";
    static final String HELD = "held";
    static final String DAILY = "daily";

    static final String ACCOUNT = "account";
    static final String DAY = "day";
    static final String ID = "id";
    static final String AMOUNT = "amount";

    /** Milliseconds since 1970. */
    static final String UNTIL = "until";

    static final String STATE = "state";
    static final String STATE_HELD = "held";

    /** Where open reservations are found by the end of their lease, in {@link TableSetup#BY_AGE}. */
    static final String LEASES = "lease";

    static final String LIMIT = "L";

    /** Partition of accounts with a limit of their own. */
    static final String LIMITED = "BL";

    private static final int LONGEST_NAME = 1_000;

    /** DynamoDB may take its time; and a day's last reservation may be settled the day after. */
    private static final int DAYS_LEFT = Budgets.DAYS_KEPT + 2;

    private BudgetKeys() {}

    static String account(String account) {
        return "B#" + checked(account);
    }

    static String day(LocalDate day) {
        return "D#" + day;
    }

    static String reservation(LocalDate day, String id) {
        return "R#" + day + "#" + checked(id);
    }

    /** Partition of accounts that took something on that day. */
    static String accountsOf(LocalDate day) {
        return "BA#" + day;
    }

    /** Sort key of an account where accounts are named; also of all that begin so. */
    static String named(String account) {
        return "#" + account;
    }

    static String name(Item named) {
        return named.text(TableSetup.SK, "#").substring(1);
    }

    static long ttl(LocalDate day) {
        return day.plusDays(DAYS_LEFT).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static String checked(String name) {
        if (name.length() > LONGEST_NAME || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException("an account or id may have " + LONGEST_NAME + " bytes");
        }
        return name;
    }

    static Item item(Reservation held) {
        return Item.of(account(held.account()), reservation(held.day(), held.id()))
                .with(ACCOUNT, held.account())
                .with(DAY, held.day().toString())
                .with(ID, held.id())
                .with(AMOUNT, held.microUsd())
                .with(UNTIL, held.leaseUntil().toEpochMilli())
                .with(STATE, STATE_HELD)
                .with(TableSetup.SHARD, LEASES)
                .with(TableSetup.UPDATED, held.leaseUntil().toEpochMilli())
                .with(TableSetup.TTL, ttl(held.day()));
    }

    static Reservation reservation(Item item) {
        return new Reservation(
                item.text(ACCOUNT, ""),
                LocalDate.parse(item.text(DAY, "")),
                item.text(ID, ""),
                item.number(AMOUNT, 0),
                Instant.ofEpochMilli(item.number(UNTIL, 0)));
    }
}
