package io.troubleshooter.sqlite;

import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.SingleFlight;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cached answers; of two processes that want one at the same time, both may make it. */
final class SqliteAnswerCache implements AnswerCache {

    static final String TABLE = "answer";

    private final Database database;
    private final Vault vault;
    private final long maxBytes;
    private final Clock clock;
    private final SingleFlight flights = new SingleFlight();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();

    SqliteAnswerCache(Database database, Vault vault, long maxBytes, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public Lookup get(String key, Duration timeToLive, Supplier<@Nullable String> make) {
        String known = find(key);
        if (known != null) {
            return counted(new Lookup(known, true));
        }
        boolean[] late = new boolean[1];
        SingleFlight.Landed landed = flights.run(key, () -> {
            // Asked again: another caller may have landed since.
            String since = find(key);
            late[0] = since != null;
            return since != null ? since : made(key, timeToLive, make);
        });
        if (landed.shared() && landed.value() == null) {
            return counted(new Lookup(made(key, timeToLive, make), false));
        }
        return counted(new Lookup(landed.value(), landed.shared() || late[0]));
    }

    private Lookup counted(Lookup lookup) {
        (lookup.hit() ? hits : misses).incrementAndGet();
        return lookup;
    }

    private @Nullable String find(String key) {
        long now = clock.millis();
        List<String> values = database.transact(connection -> Sql.query(
                connection,
                row -> vault.text(row, 1, 2, TABLE, key),
                "UPDATE answer SET used = ? WHERE key = ? AND expires >= ? RETURNING value, sealed",
                now,
                key,
                now));
        return values.isEmpty() ? null : values.get(0);
    }

    private @Nullable String made(String key, Duration timeToLive, Supplier<@Nullable String> make) {
        String value = make.get();
        if (value != null) {
            keep(key, value, timeToLive);
        }
        return value;
    }

    private void keep(String key, String value, Duration timeToLive) {
        long now = clock.millis();
        long bytes = bytes(key) + bytes(value);
        database.transact(connection -> {
            Sql.update(connection, "DELETE FROM answer WHERE expires < ?", now);
            Sql.update(
                    connection,
                    "INSERT OR REPLACE INTO answer (key, value, sealed, bytes, expires, used) VALUES (?, ?, ?, ?, ?, ?)",
                    key,
                    vault.plain(value),
                    vault.sealed(value, TABLE, key),
                    bytes,
                    now + timeToLive.toMillis(),
                    now);
            return forgetOldest(connection);
        });
    }

    private int forgetOldest(Connection connection) throws SQLException {
        return Sql.update(
                connection,
                "DELETE FROM answer WHERE key IN (SELECT key FROM ("
                        + "SELECT key, sum(bytes) OVER (ORDER BY used DESC, key) AS upToHere FROM answer)"
                        + " WHERE upToHere > ?)",
                maxBytes);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void clear() {
        database.transact(connection -> Sql.update(connection, "DELETE FROM answer"));
    }

    @Override
    public Status status() {
        return database.transact(connection -> new Status(
                Sql.number(connection, "SELECT count(*) FROM answer"),
                Sql.number(connection, "SELECT coalesce(sum(bytes), 0) FROM answer"),
                hits.get(),
                misses.get()));
    }
}
