package io.troubleshooter.sqlite;

import io.troubleshooter.guard.Budgets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row per account and day, one per reservation; every change is one transaction. */
final class SqliteBudgets implements Budgets {

    private final Database database;
    private final long dailyLimit;
    private final Clock clock;

    SqliteBudgets(Database database, long dailyLimit, Clock clock) {
        this.database = database;
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
        return database.transact(connection -> {
            expire(connection);
            List<Reservation> known = find(connection, account, day, id);
            if (!known.isEmpty()) {
                return known.get(0);
            }
            long left = balance(connection, account, day).left();
            return microUsd > left
                    ? new Refused(
                            left, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                    : hold(connection, new Reservation(account, day, id, microUsd, until));
        });
    }

    private static List<Reservation> find(Connection connection, String account, LocalDate day, String id)
            throws SQLException {
        return Sql.query(
                connection,
                row -> new Reservation(account, day, id, row.getLong(1), Instant.ofEpochMilli(row.getLong(2))),
                "SELECT amount, lease_until FROM reservation WHERE account = ? AND day = ? AND id = ?",
                account,
                day.toString(),
                id);
    }

    private static Reservation hold(Connection connection, Reservation held) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO reservation (account, day, id, amount, lease_until, open) VALUES (?, ?, ?, ?, ?, 1)",
                held.account(),
                held.day().toString(),
                held.id(),
                held.microUsd(),
                held.leaseUntil().toEpochMilli());
        Sql.update(
                connection,
                "INSERT INTO spending (account, day, held) VALUES (?, ?, ?)"
                        + " ON CONFLICT (account, day) DO UPDATE SET held = held + excluded.held",
                held.account(),
                held.day().toString(),
                held.microUsd());
        return held;
    }

    @Override
    public boolean settle(Reservation reservation, long microUsd) {
        return database.transact(connection -> {
            expire(connection);
            return settle(
                    connection,
                    reservation.account(),
                    reservation.day().toString(),
                    reservation.id(),
                    reservation.microUsd(),
                    microUsd);
        });
    }

    private static boolean settle(Connection connection, String account, String day, String id, long held, long spent)
            throws SQLException {
        int closed = Sql.update(
                connection,
                "UPDATE reservation SET open = 0 WHERE account = ? AND day = ? AND id = ? AND open = 1",
                account,
                day,
                id);
        if (closed == 0) {
            return false;
        }
        Sql.update(
                connection,
                "UPDATE spending SET held = held - ?, spent = spent + ? WHERE account = ? AND day = ?",
                held,
                spent,
                account,
                day);
        return true;
    }

    @Override
    public Balance balance(String account) {
        LocalDate day = today();
        return database.transact(connection -> {
            expire(connection);
            return balance(connection, account, day);
        });
    }

    private Balance balance(Connection connection, String account, LocalDate day) throws SQLException {
        long limit = limit(connection, account);
        List<Balance> known = Sql.query(
                connection,
                row -> new Balance(limit, row.getLong(1), row.getLong(2)),
                "SELECT spent, held FROM spending WHERE account = ? AND day = ?",
                account,
                day.toString());
        return known.isEmpty() ? new Balance(limit, 0, 0) : known.get(0);
    }

    private long limit(Connection connection, String account) throws SQLException {
        List<Long> own =
                Sql.query(connection, row -> row.getLong(1), "SELECT daily FROM allowance WHERE account = ?", account);
        return own.isEmpty() ? dailyLimit : own.get(0);
    }

    @Override
    public void limit(String account, @Nullable Long microUsd) {
        if (microUsd != null && microUsd < 0) {
            throw new IllegalArgumentException("microUsd must be 0 or more, was " + microUsd);
        }
        database.transact(connection -> microUsd == null
                ? Sql.update(connection, "DELETE FROM allowance WHERE account = ?", account)
                : Sql.update(
                        connection,
                        "INSERT OR REPLACE INTO allowance (account, daily) VALUES (?, ?)",
                        account,
                        microUsd));
    }

    @Override
    public List<Account> accounts(String accounts) {
        String today = today().toString();
        return database.transact(connection -> {
            expire(connection);
            return List.copyOf(Sql.query(
                    connection,
                    this::account,
                    "SELECT name, daily, coalesce(spent, 0), coalesce(held, 0) FROM ("
                            + "SELECT account AS name FROM allowance UNION SELECT account FROM spending WHERE day = ?1)"
                            + " LEFT JOIN allowance ON allowance.account = name"
                            + " LEFT JOIN spending ON spending.account = name AND day = ?1"
                            + " WHERE substr(name, 1, length(?2)) = ?2 ORDER BY name",
                    today,
                    accounts));
        });
    }

    private Account account(ResultSet row) throws SQLException {
        long daily = row.getLong(2);
        boolean own = !row.wasNull();
        return new Account(
                row.getString(1), new Balance(own ? daily : dailyLimit, row.getLong(3), row.getLong(4)), own);
    }

    @Override
    public List<Spent> spent(String accounts, LocalDate first, LocalDate last) {
        return database.transact(connection -> {
            expire(connection);
            return List.copyOf(Sql.query(
                    connection,
                    row -> new Spent(LocalDate.parse(row.getString(1)), row.getString(2), row.getLong(3)),
                    "SELECT day, account, spent FROM spending WHERE day BETWEEN ?1 AND ?2 AND spent > 0"
                            + " AND substr(account, 1, length(?3)) = ?3 ORDER BY day, account",
                    first.toString(),
                    last.toString(),
                    accounts));
        });
    }

    /** Settles what was left behind, in full, and forgets days long past. */
    private void expire(Connection connection) throws SQLException {
        record Left(String account, String day, String id, long amount) {}
        List<Left> overdue = Sql.query(
                connection,
                row -> new Left(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                "SELECT account, day, id, amount FROM reservation WHERE open = 1 AND lease_until < ?",
                clock.millis());
        for (Left left : overdue) {
            settle(connection, left.account, left.day, left.id, left.amount, left.amount);
        }
        String oldest = today().minusDays(DAYS_KEPT).toString();
        Sql.update(connection, "DELETE FROM reservation WHERE day < ? AND open = 0", oldest);
        Sql.update(connection, "DELETE FROM spending WHERE day < ? AND held = 0", oldest);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
