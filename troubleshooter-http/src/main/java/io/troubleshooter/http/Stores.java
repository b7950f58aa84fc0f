package io.troubleshooter.http;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.sqlite.SqliteStores;
import java.time.Clock;

/** What is kept, on one file; what another key sealed is sealed anew meanwhile. */
record Stores(
        SqliteStores file,
        KeyRotation rotation,
        SessionStore sessions,
        Budgets budgets,
        AnswerCache cache,
        AuditLog audit,
        Documents documents)
        implements AutoCloseable {

    static Stores open(ServiceConfig config, Clock clock) {
        SqliteStores file = Ledger.open(config, clock);
        return new Stores(
                file,
                KeyRotation.start(file),
                file.sessions(),
                file.budgets(),
                file.cache(),
                file.audit(),
                file.documents());
    }

    @Override
    public void close() {
        rotation.close();
        file.close();
    }
}
