package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.BudgetKeys.DAILY;
import static io.troubleshooter.aws.dynamo.BudgetKeys.HELD;
import static io.troubleshooter.aws.dynamo.BudgetKeys.SPENT;

import io.troubleshooter.guard.Budgets.Account;
import io.troubleshooter.guard.Budgets.Balance;
import io.troubleshooter.guard.Budgets.Spent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What accounts spent: the day's partition says which there are, then each one's day is read, a hundred at once. */
final class BudgetReports {

    private final Table table;
    private final long dailyLimit;

    BudgetReports(Table table, long dailyLimit) {
        this.table = table;
        this.dailyLimit = dailyLimit;
    }

    List<Account> accounts(String accounts, LocalDate today) {
        Map<String, Long> limits = new HashMap<>();
        for (Item own : table.beginning(BudgetKeys.LIMITED, BudgetKeys.named(accounts))) {
            limits.put(BudgetKeys.name(own), own.number(DAILY, 0));
        }
        TreeSet<String> names = new TreeSet<>(limits.keySet());
        names.addAll(names(accounts, today));
        Map<String, Item> days = days(List.copyOf(names), today);
        return names.stream()
                .map(name -> {
                    Item day = days.getOrDefault(name, Item.NONE);
                    long limit = limits.getOrDefault(name, dailyLimit);
                    Balance balance = new Balance(limit, day.number(SPENT, 0), day.number(HELD, 0));
                    return new Account(name, balance, limits.containsKey(name));
                })
                .toList();
    }

    List<Spent> spent(String accounts, LocalDate first, LocalDate last) {
        List<Spent> spent = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate of = day;
            new TreeMap<>(days(names(accounts, day), day)).forEach((name, item) -> {
                if (item.number(SPENT, 0) > 0) {
                    spent.add(new Spent(of, name, item.number(SPENT, 0)));
                }
            });
        }
        return List.copyOf(spent);
    }

    private List<String> names(String accounts, LocalDate day) {
        return table.beginning(BudgetKeys.accountsOf(day), BudgetKeys.named(accounts)).stream()
                .map(BudgetKeys::name)
                .toList();
    }

    private Map<String, Item> days(List<String> names, LocalDate day) {
        Map<String, String> byPartition = new HashMap<>();
        names.forEach(name -> byPartition.put(BudgetKeys.account(name), name));
        Map<String, Item> days = new HashMap<>();
        for (Item item : table.getAll(byPartition.keySet().stream()
                .map(partition -> Item.of(partition, BudgetKeys.day(day)))
                .toList())) {
            days.put(byPartition.getOrDefault(item.text(TableSetup.PK, ""), ""), item);
        }
        return days;
    }
}
