package io.troubleshooter.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Budgets of one process; gone when it ends. */
public final class InMemoryBudgets implements Budgets {

    private final long dailyLimit;
    private final Clock clock;
    private final Map<String, Day> days = new HashMap<>();

    /** @param dailyLimit of every account, micro-USD, 0 or more */
    public InMemoryBudgets(long dailyLimit, Clock clock) {
        if (dailyLimit < 0) {
            throw new IllegalArgumentException("dailyLimit must be 0 or more, was " + dailyLimit);
        }
        this.dailyLimit = dailyLimit;
        this.clock = clock;
    }

    @Override
    public synchronized Decision reserve(String account, String id, long microUsd, Duration lease) {
        if (microUsd < 0) {
            throw new IllegalArgumentException("microUsd must be 0 or more, was " + microUsd);
        }
        Day day = today(account);
        Reservation known = day.open.get(id);
        if (known != null) {
            return known;
        }
        if (microUsd > day.balance(dailyLimit).left()) {
            return new Refused(day.balance(dailyLimit).left(), tomorrow());
        }
        Reservation granted =
                new Reservation(account, id, microUsd, clock.instant().plus(lease));
        day.open.put(id, granted);
        return granted;
    }

    @Override
    public synchronized boolean settle(Reservation reservation, long microUsd) {
        Day day = days.get(reservation.account());
        if (day == null) {
            return false;
        }
        day.expire(clock.instant());
        if (day.open.remove(reservation.id()) == null) {
            return false;
        }
        day.spent += microUsd;
        return true;
    }

    @Override
    public synchronized Balance balance(String account) {
        return today(account).balance(dailyLimit);
    }

    private Day today(String account) {
        LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Day day = days.get(account);
        if (day == null || !day.date.equals(date)) {
            day = new Day(date);
            days.put(account, day);
        }
        day.expire(clock.instant());
        return day;
    }

    private Instant tomorrow() {
        LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static final class Day {
        private final LocalDate date;
        private final Map<String, Reservation> open = new HashMap<>();
        private long spent;

        Day(LocalDate date) {
            this.date = date;
        }

        Balance balance(long limit) {
            long held = 0;
            for (Reservation reservation : open.values()) {
                held += reservation.microUsd();
            }
            return new Balance(limit, spent, held);
        }

        void expire(Instant now) {
            for (Iterator<Reservation> each = open.values().iterator(); each.hasNext(); ) {
                Reservation reservation = each.next();
                if (reservation.leaseUntil().isBefore(now)) {
                    spent += reservation.microUsd();
                    each.remove();
                }
            }
        }
    }
}
