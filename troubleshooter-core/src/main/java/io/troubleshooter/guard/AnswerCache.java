package io.troubleshooter.guard;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the hash of all that decides them. Values are JSON that holds redacted text only. Thread-safe; bounded in
 * size; every implementation passes {@code AnswerCacheContract}.
 */
public interface AnswerCache {

    /** Keeps nothing. */
    AnswerCache NONE = new NoCache();

    /**
     * A cached answer, or the one that {@code make} gives: of several callers with one key at one time, one makes it and
     * the others wait for it. What {@code make} throws is thrown to all of them and not kept.
     *
     * @param make gives the answer; null where it must not be kept: then each waiting caller makes its own
     */
    Lookup get(String key, Duration timeToLive, Supplier<@Nullable String> make);

    void clear();

    Status status();

    /** @param hit whether the value was there, or made by another caller; the value is null if {@code make} gave none */
    record Lookup(@Nullable String value, boolean hit) {}

    /** What the cache holds and has done. */
    record Status(long entries, long bytes, long hits, long misses) {}
}
