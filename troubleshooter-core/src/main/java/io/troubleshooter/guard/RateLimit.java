package io.troubleshooter.guard;

import java.time.Duration;

/** How often an account may ask. Thread-safe; adapters implement it on a library. */
@FunctionalInterface
public interface RateLimit {

    /** No limit. */
    RateLimit NONE = account -> Duration.ZERO;

    /** Takes one permit; zero if granted, else how long to wait for the next. */
    Duration tryAcquire(String account);
}
