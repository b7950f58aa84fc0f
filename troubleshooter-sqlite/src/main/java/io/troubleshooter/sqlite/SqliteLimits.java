package io.troubleshooter.sqlite;

import java.time.Duration;

/**
 * How much one file keeps.
 *
 * @param sessionLife how long a session is kept after its last use
 * @param sessionBytes all sessions together, compressed; the least recently used go first
 * @param cacheBytes cached answers, UTF-8 bytes of keys and values; the least recently used go first
 * @param auditEvents the newest are kept; {@link Integer#MAX_VALUE} for all
 * @param dailyMicroUsd what an account may spend in a day (UTC), micro-USD
 */
public record SqliteLimits(
        Duration sessionLife, long sessionBytes, long cacheBytes, int auditEvents, long dailyMicroUsd) {

    /** Thirty days, 1 GiB of sessions, 64 MiB of answers, 100,000 events, one US dollar a day. */
    public static final SqliteLimits DEFAULT =
            new SqliteLimits(Duration.ofDays(30), 1L << 30, 64L << 20, 100_000, 1_000_000);

    /** For a service, which removes sessions and events itself, with all that belongs to them: nothing by age or size. */
    public SqliteLimits withoutForgetting() {
        return new SqliteLimits(Duration.ofDays(36_500), Long.MAX_VALUE, cacheBytes, Integer.MAX_VALUE, dailyMicroUsd);
    }

    public SqliteLimits withDailyMicroUsd(long value) {
        return new SqliteLimits(sessionLife, sessionBytes, cacheBytes, auditEvents, value);
    }
}
