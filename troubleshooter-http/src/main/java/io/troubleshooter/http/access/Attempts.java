package io.troubleshooter.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Wrong keys by address. Too many in a minute, and the address has to wait, each time twice as long. Kept in memory, of a
 * bounded number of addresses: who is forgotten begins anew. Thread-safe.
 */
public final class Attempts {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration REMEMBERED = Duration.ofHours(2);
    private static final int MAX_ADDRESSES = 100_000;

    private final int allowed;
    private final Clock clock;
    private final Cache<String, Record> records = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** @param allowed wrong keys in a minute */
    public Attempts(int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /**
     * What is known of an address.
     *
     * @param wrong wrong keys since {@code since}
     * @param blocks how often it had to wait
     */
    private record Record(int wrong, Instant since, int blocks, Instant blockedUntil) {}

    /** How long this address has to wait; zero if not at all. */
    public Duration wait(String address) {
        Record known = records.getIfPresent(address);
        Instant now = clock.instant();
        return known == null || !now.isBefore(known.blockedUntil())
                ? Duration.ZERO
                : Duration.between(now, known.blockedUntil());
    }

    /**
     * Counts a wrong key.
     *
     * @return whether it is the first in a while, or the one too many: what is worth an entry in the audit log
     */
    public boolean wrong(String address) {
        Record next = records.asMap().compute(address, (same, known) -> after(known));
        return next.wrong() <= 1;
    }

    private Record after(@Nullable Record known) {
        Instant now = clock.instant();
        if (known == null) {
            return new Record(1, now, 0, Instant.MIN);
        }
        boolean fresh = !now.isBefore(known.since().plus(WINDOW));
        int wrong = fresh ? 1 : known.wrong() + 1;
        if (wrong <= allowed) {
            return new Record(wrong, fresh ? now : known.since(), known.blocks(), known.blockedUntil());
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(MAX_DOUBLINGS, known.blocks()));
        return new Record(0, now.plus(wait), known.blocks() + 1, now.plus(wait));
    }
}
