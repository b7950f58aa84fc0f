package io.troubleshooter.sqlite;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.KeyRing;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Sessions, budgets, cached answers, audit and documents on one SQLite file, readable by its owner alone. Several processes may
 * have it open at once; what has been confirmed survives the end of a process at any moment. Thread-safe.
 */
public final class SqliteStores implements AutoCloseable {

    private final Database database;
    private final SqliteLimits limits;
    private final Clock clock;
    private final Vault vault;

    private SqliteStores(Database database, SqliteLimits limits, Clock clock, KeyRing keys) {
        this.database = database;
        this.vault = new Vault(keys);
        this.limits = limits;
        this.clock = clock;
    }

    /** {@link #open(Path, SqliteLimits, Clock, KeyRing)} with nothing sealed. */
    public static SqliteStores open(Path file, SqliteLimits limits, Clock clock) {
        return open(file, limits, clock, KeyRing.NONE);
    }

    /**
     * Opens the file, made with its folders if missing, and brings it to the newest schema.
     *
     * @param keys seals texts and documents: titles and names, evidence, turns, cached answers. Who, when and how much
     *     stay readable, and are what is searched. What is in the file unsealed is read all the same
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be opened, is of a newer version, or is
     *     damaged: then it has been set aside under a new name, and opening again makes a new one; also if it was sealed
     *     by a key that is not here
     */
    public static SqliteStores open(Path file, SqliteLimits limits, Clock clock, KeyRing keys) {
        SqliteStores stores = new SqliteStores(Database.open(file, clock), limits, clock, keys);
        try {
            stores.requireKey();
            return stores;
        } catch (TroubleshooterException noKey) {
            stores.close();
            throw noKey;
        }
    }

    private void requireKey() {
        database.transact(connection -> {
            AuditHead.requireKey(connection, vault);
            return true;
        });
    }

    public SessionStore sessions() {
        return new SqliteSessions(database, vault, limits, clock);
    }

    public Budgets budgets() {
        return new SqliteBudgets(database, limits.dailyMicroUsd(), clock);
    }

    public AnswerCache cache() {
        return new SqliteAnswerCache(database, vault, limits.cacheBytes(), clock);
    }

    public AuditLog audit() {
        return new SqliteAuditLog(database, vault, limits.auditEvents());
    }

    public Documents documents() {
        return new SqliteDocuments(database, vault, clock);
    }

    /**
     * Seals under the first key what lies there under another one or unsealed, batch by batch while others use the stores.
     * It can be stopped by interrupting its thread, and called again.
     *
     * @return how many values were sealed anew; 0 when there is nothing left to do
     * @throws TroubleshooterException if a value was sealed by a key that is not here
     */
    public long reseal() {
        return new Resealing(database, vault).run();
    }

    @Override
    public void close() {
        database.close();
    }
}
