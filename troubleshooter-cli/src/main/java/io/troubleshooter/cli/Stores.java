package io.troubleshooter.cli;

import io.troubleshooter.conversation.InMemorySessions;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.sqlite.SqliteLimits;
import io.troubleshooter.sqlite.SqliteStores;
import java.time.Duration;

/** Sessions, budgets, answers and audit: on the user's file, or in memory where nothing is to be kept. */
record Stores(
        SessionStore sessions,
        Budgets budgets,
        AnswerCache cache,
        AuditLog audit,
        boolean lasting,
        AutoCloseable file) {

    static Stores onFile(Settings settings, Surroundings around) {
        SqliteLimits limits = SqliteLimits.DEFAULT.withDailyMicroUsd(settings.microUsd(Option.BUDGET));
        SqliteStores stores =
                SqliteStores.open(Folders.data(around.environment()).resolve("tst.db"), limits, around.clock());
        return new Stores(stores.sessions(), stores.budgets(), stores.cache(), stores.audit(), true, stores);
    }

    static Stores inMemory(Settings settings, Surroundings around) {
        return new Stores(
                new InMemorySessions(Duration.ofDays(1), around.clock()),
                new InMemoryBudgets(settings.microUsd(Option.BUDGET), around.clock()),
                AnswerCache.NONE,
                AuditLog.NONE,
                false,
                () -> {});
    }
}
