package io.troubleshooter.http;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.sqlite.SqliteLimits;
import io.troubleshooter.sqlite.SqliteStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Stores that several instances share, and the way of one of them there. Cut off, an instance is for all others as if
 * its process had been killed: nothing that it still does arrives. Mended, it is as if it had been frozen for a while.
 */
public final class ReachableStores {

    private final Stores stores;
    private volatile boolean cut;

    private ReachableStores(Stores real) {
        this.stores = new Stores(
                true,
                reached(SessionStore.class, real.sessions()),
                reached(Budgets.class, real.budgets()),
                reached(AnswerCache.class, real.cache()),
                reached(AuditLog.class, real.audit()),
                reached(Documents.class, real.documents()),
                real.direct(),
                real.looking(),
                real.closing());
    }

    /** On a file that others have open as well. */
    public static ReachableStores file(Path file) {
        SqliteStores sqlite = SqliteStores.open(file, SqliteLimits.DEFAULT, Clock.systemUTC());
        return new ReachableStores(Stores.of(sqlite, true, sqlite::close));
    }

    /** Where the settings say; settings of the service, by path. */
    public static ReachableStores of(Map<String, String> settings) {
        return of(settings, Clock.systemUTC());
    }

    /** The same, at a time of its own. */
    public static ReachableStores of(Map<String, String> settings, Clock clock) {
        return new ReachableStores(Stores.open(ConfigReader.read(null, Map.of(), settings), clock));
    }

    private <T> T reached(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (cut) {
                        throw new IllegalStateException("cut off");
                    }
                    try {
                        return method.invoke(real, values);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    Stores stores() {
        return stores;
    }

    public void cut() {
        cut = true;
    }

    public void mend() {
        cut = false;
    }
}
