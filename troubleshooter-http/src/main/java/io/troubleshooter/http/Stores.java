package io.troubleshooter.http;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.intake.DirectUploads;
import io.troubleshooter.sqlite.SqliteStores;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What is kept, wherever the settings say.
 *
 * @param shared whether other instances may work on the same
 * @param direct where uploads may go past this service; null where they may not
 * @param looking throws where what is beside the documents does not answer
 * @param closing what is to be closed in the end
 */
record Stores(
        boolean shared,
        SessionStore sessions,
        Budgets budgets,
        AnswerCache cache,
        AuditLog audit,
        Documents documents,
        @Nullable DirectUploads direct,
        Runnable looking,
        Runnable closing)
        implements AutoCloseable {

    /** For the running service: on one file, what another key sealed is sealed anew meanwhile. */
    static Stores open(ServiceConfig config, Clock clock) {
        if (config.storage().onAws()) {
            return Ledger.open(config, clock);
        }
        SqliteStores file = Ledger.file(config, clock);
        KeyRotation rotation = KeyRotation.start(file);
        return of(file, false, () -> {
            rotation.close();
            file.close();
        });
    }

    static Stores of(SqliteStores file, boolean shared, Runnable closing) {
        return new Stores(
                shared,
                file.sessions(),
                file.budgets(),
                file.cache(),
                file.audit(),
                file.documents(),
                null,
                () -> {},
                closing);
    }

    /** @throws RuntimeException if they do not answer */
    void check() {
        documents.find("health", "ready");
        looking.run();
    }

    @Override
    public void close() {
        closing.run();
    }
}
