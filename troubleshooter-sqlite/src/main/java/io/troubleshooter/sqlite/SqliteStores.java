package io.troubleshooter.sqlite;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Sessions, budgets, cached answers and audit on one SQLite file, readable by its owner alone. Several processes may
 * have it open at once; what has been confirmed survives the end of a process at any moment. Thread-safe.
 */
public final class SqliteStores implements AutoCloseable {

    private final Database database;
    private final SqliteLimits limits;
    private final Clock clock;

    private SqliteStores(Database database, SqliteLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Opens the file, made with its folders if missing, and brings it to the newest schema.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be opened, is of a newer version, or is
     *     damaged: then it has been set aside under a new name, and opening again makes a new one
     */
    public static SqliteStores open(Path file, SqliteLimits limits, Clock clock) {
        return new SqliteStores(Database.open(file, clock), limits, clock);
    }

    public SessionStore sessions() {
        return new SqliteSessions(database, limits, clock);
    }

    public Budgets budgets() {
        return new SqliteBudgets(database, limits.dailyMicroUsd(), clock);
    }

    public AnswerCache cache() {
        return new SqliteAnswerCache(database, limits.cacheBytes(), clock);
    }

    public AuditLog audit() {
        return new SqliteAuditLog(database, limits.auditEvents());
    }

    @Override
    public void close() {
        database.close();
    }
}
