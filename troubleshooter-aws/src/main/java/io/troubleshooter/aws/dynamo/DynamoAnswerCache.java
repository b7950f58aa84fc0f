package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.dynamo.CacheItems.Found;
import io.troubleshooter.aws.dynamo.CacheShare.Held;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.SingleFlight;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cached answers, seen by all instances; of two instances that want one at the same time, both may make it. Each instance
 * bounds what it has kept or used itself, and counts that; what an instance kept before it ended goes by its time.
 */
final class DynamoAnswerCache implements AnswerCache {

    private final CacheItems items;
    private final CacheShare share;
    private final SingleFlight flights = new SingleFlight();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();

    DynamoAnswerCache(Table table, Vault vault, Blobs blobs, long maxBytes, Clock clock) {
        this.items = new CacheItems(table, vault, blobs, clock);
        this.share = new CacheShare(maxBytes);
    }

    @Override
    public Lookup get(String key, Duration timeToLive, Supplier<@Nullable String> make) {
        String known = find(key).value();
        if (known != null) {
            return counted(new Lookup(known, true));
        }
        boolean[] late = new boolean[1];
        SingleFlight.Landed landed = flights.run(key, () -> {
            // Asked again: another caller may have landed since.
            Found since = find(key);
            late[0] = since.value() != null;
            return since.value() != null ? since.value() : made(since.generation(), key, timeToLive, make);
        });
        if (landed.shared() && landed.value() == null) {
            return counted(new Lookup(made(find(key).generation(), key, timeToLive, make), false));
        }
        return counted(new Lookup(landed.value(), landed.shared() || late[0]));
    }

    private Lookup counted(Lookup lookup) {
        (lookup.hit() ? hits : misses).incrementAndGet();
        return lookup;
    }

    private Found find(String key) {
        Found found = items.find(key);
        Held held = found.held();
        if (held == null) {
            share.forget(key);
        } else {
            items.forget(share.used(held));
        }
        return found;
    }

    /** @param generation in which it is made: if the cache is cleared meanwhile, it counts no more */
    private @Nullable String made(String generation, String key, Duration timeToLive, Supplier<@Nullable String> make) {
        String value = make.get();
        Held held = value == null ? null : items.keep(generation, key, value, timeToLive);
        if (held != null) {
            items.forget(share.used(held));
        }
        return value;
    }

    @Override
    public void clear() {
        items.clear();
        share.clear();
    }

    /** Of this instance. */
    @Override
    public Status status() {
        return new Status(share.entries(), share.bytes(), hits.get(), misses.get());
    }
}
