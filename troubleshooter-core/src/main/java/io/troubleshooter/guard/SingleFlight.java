package io.troubleshooter.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Of several callers who want one thing at one time, lets one make it and the others wait. Thread-safe. */
public final class SingleFlight {

    private final ConcurrentMap<String, CompletableFuture<@Nullable String>> inWork = new ConcurrentHashMap<>();

    /** What came of it, and whether another caller made it. */
    public record Landed(@Nullable String value, boolean shared) {}

    /**
     * Runs {@code make}, or waits for the caller who already does.
     *
     * @throws RuntimeException what {@code make} threw, to everyone who waited for it
     */
    public Landed run(String key, Supplier<@Nullable String> make) {
        CompletableFuture<@Nullable String> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable String> theirs = inWork.putIfAbsent(key, mine);
        return theirs == null ? fly(key, mine, make) : await(theirs);
    }

    private Landed fly(String key, CompletableFuture<@Nullable String> flight, Supplier<@Nullable String> make) {
        try {
            String value = make.get();
            flight.complete(value);
            return new Landed(value, false);
        } catch (RuntimeException | Error e) {
            flight.completeExceptionally(e);
            throw e;
        } finally {
            inWork.remove(key, flight);
        }
    }

    private static Landed await(CompletableFuture<@Nullable String> flight) {
        try {
            return new Landed(flight.join(), true);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
