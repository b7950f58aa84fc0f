package io.troubleshooter.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Budgets of one process; gone when it ends. */
public final class InMemoryBudgets implements Budgets {

    private final long dailyLimit;
    private final Clock clock;
    private final Map<String, Long> limits = new HashMap<>();
    private final Map<Key, Day> days = new HashMap<>();

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
        LocalDate date = today();
        Day day = day(account, date);
        Entry known = day.entries.get(id);
        if (known != null) {
            return known.reservation;
        }
        long left = day.balance(limit(account)).left();
        if (microUsd > left) {
            return new Refused(
                    left, date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        Reservation granted =
                new Reservation(account, date, id, microUsd, clock.instant().plus(lease));
        day.hold(new Entry(granted));
        return granted;
    }

    @Override
    public synchronized boolean settle(Reservation reservation, long microUsd) {
        Day day = days.get(new Key(reservation.account(), reservation.day()));
        if (day == null) {
            return false;
        }
        day.expire(clock.instant());
        return day.settle(day.entries.get(reservation.id()), microUsd);
    }

    @Override
    public synchronized Balance balance(String account) {
        return day(account, today()).balance(limit(account));
    }

    @Override
    public synchronized void limit(String account, @Nullable Long microUsd) {
        if (microUsd == null) {
            limits.remove(account);
        } else if (microUsd < 0) {
            throw new IllegalArgumentException("microUsd must be 0 or more, was " + microUsd);
        } else {
            limits.put(account, microUsd);
        }
    }

    @Override
    public synchronized List<Account> accounts(String accounts) {
        LocalDate today = today();
        NavigableSet<String> names = new TreeSet<>(limits.keySet());
        days.keySet().stream()
                .filter(key -> key.date.equals(today))
                .map(Key::account)
                .forEach(names::add);
        return names.stream()
                .filter(name -> name.startsWith(accounts))
                .map(name -> new Account(name, balance(name), limits.containsKey(name)))
                .filter(each -> each.own()
                        || each.balance().spent() > 0
                        || each.balance().held() > 0)
                .toList();
    }

    @Override
    public synchronized List<Spent> spent(String accounts, LocalDate first, LocalDate last) {
        Instant now = clock.instant();
        days.values().forEach(day -> day.expire(now));
        return days.entrySet().stream()
                .map(day -> new Spent(day.getKey().date, day.getKey().account, day.getValue().spent))
                .filter(each -> each.microUsd() > 0 && each.account().startsWith(accounts))
                .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last))
                .sorted(Comparator.comparing(Spent::day).thenComparing(Spent::account))
                .toList();
    }

    private long limit(String account) {
        return limits.getOrDefault(account, dailyLimit);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Day day(String account, LocalDate date) {
        Key key = new Key(account, date);
        Day day = days.get(key);
        if (day == null) {
            days.keySet().removeIf(old -> old.date.isBefore(date.minusDays(DAYS_KEPT)));
            day = new Day();
            days.put(key, day);
        }
        day.expire(clock.instant());
        return day;
    }

    private record Key(String account, LocalDate date) {}

    private static final class Entry {
        private final Reservation reservation;
        private boolean open = true;

        Entry(Reservation reservation) {
            this.reservation = reservation;
        }
    }

    private static final class Day {
        /** Also the settled ones, so that an id is granted once. */
        private final Map<String, Entry> entries = new HashMap<>();

        private long spent;
        private long held;

        Balance balance(long limit) {
            return new Balance(limit, spent, held);
        }

        void hold(Entry entry) {
            entries.put(entry.reservation.id(), entry);
            held += entry.reservation.microUsd();
        }

        boolean settle(@Nullable Entry entry, long microUsd) {
            if (entry == null || !entry.open) {
                return false;
            }
            entry.open = false;
            held -= entry.reservation.microUsd();
            spent += microUsd;
            return true;
        }

        void expire(Instant now) {
            for (Entry entry : entries.values()) {
                if (entry.reservation.leaseUntil().isBefore(now)) {
                    settle(entry, entry.reservation.microUsd());
                }
            }
        }
    }
}
