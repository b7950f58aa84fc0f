package io.troubleshooter.http.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.http.config.Memory;
import io.troubleshooter.http.config.Sessions;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversations that are in memory: no more than fit, and none that nobody has used for a while. There is never more
 * than one of a session: one that had to make room is found again as long as anybody works with it, and one of which
 * something is still to be stored is held until that is done. Where other instances work on the same store, one that
 * they went on with makes way for a new reading of it; what still works on the old one ends by what it stores.
 * Thread-safe.
 */
public final class OpenSessions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Somebody may go on with a session faster than it is read; then what was read last has to do. */
    private static final int READINGS = 3;

    private static final int READINGS_TO_CHANGE = 30;

    private final Troubleshooter troubleshooter;
    private final Cache<String, Conversation> open;
    private final Cache<String, Conversation> inUse =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();
    private final ConcurrentMap<String, Conversation> unsaved = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CompletableFuture<Optional<Conversation>>> opening = new ConcurrentHashMap<>();
    private final Semaphore readers;
    private final Freshness freshness;

    /** @param readers how many sessions may be read from the store at once */
    public OpenSessions(
            Troubleshooter troubleshooter, Freshness freshness, Sessions settings, int readers, Clock clock) {
        this.troubleshooter = troubleshooter;
        this.freshness = freshness;
        this.readers = new Semaphore(readers, true);
        this.open = Caffeine.newBuilder()
                .maximumWeight(Memory.of(settings).open() >> 10)
                .weigher((String id, Conversation conversation) -> weight(conversation))
                .expireAfterAccess(settings.idle())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .removalListener(this::left)
                .build();
    }

    /** In KiB: a weight is an int. */
    private static int weight(Conversation conversation) {
        return (int) Math.min(Integer.MAX_VALUE, (conversation.bytes() >> 10) + 1);
    }

    private void left(@Nullable String id, @Nullable Conversation conversation, RemovalCause cause) {
        if (id != null && conversation != null && cause.wasEvicted() && !isStored(conversation)) {
            unsaved.put(id, conversation);
        }
    }

    private static boolean isStored(Conversation conversation) {
        return conversation.stored() || conversation.store();
    }

    void add(Conversation conversation) {
        inUse.put(conversation.id(), conversation);
        open.put(conversation.id(), conversation);
    }

    /**
     * The conversation, read from the store if need be.
     *
     * @param account whose it is
     * @return empty if it is not stored
     */
    Optional<Conversation> get(String account, String id) {
        return read(account, id, READINGS).orElseGet(() -> known(account, id));
    }

    /**
     * As {@link #get}, for whoever is going to change it while nobody else does: certainly as the store has it, also where
     * many others on this instance read it at the same time, some of them from before the last change.
     *
     * @throws ProblemException {@code busy} if it could not be had so
     */
    Optional<Conversation> latest(String account, String id) {
        return read(account, id, READINGS_TO_CHANGE)
                .orElseThrow(() -> ProblemException.after(ProblemCode.BUSY, PATIENCE));
    }

    /** The conversation as the store has it, or that there is none; empty where others were faster each time. */
    private Optional<Optional<Conversation>> read(String account, String id, int readings) {
        for (int i = 1; i < readings; i++) {
            Optional<Conversation> found = known(account, id);
            if (found.isEmpty()) {
                return Optional.of(found);
            }
            switch (freshness.of(account, found.get())) {
                case CURRENT -> {
                    return Optional.of(found);
                }
                case OUTDATED -> replace(found.get());
                case GONE -> {
                    drop(id);
                    return Optional.of(Optional.empty());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Conversation> known(String account, String id) {
        Conversation known = open.getIfPresent(id);
        if (known == null) {
            return once(account, id);
        }
        weigh(known);
        return Optional.of(known);
    }

    /** What could not be stored of it yet is still tried. */
    private void replace(Conversation outdated) {
        if (!isStored(outdated)) {
            unsaved.put(outdated.id(), outdated);
        }
        open.asMap().remove(outdated.id(), outdated);
        inUse.asMap().remove(outdated.id(), outdated);
    }

    boolean shared() {
        return freshness.shared();
    }

    /** Takes note of how much it has grown. */
    void weigh(Conversation conversation) {
        open.asMap().computeIfPresent(conversation.id(), (id, same) -> same);
    }

    private Optional<Conversation> once(String account, String id) {
        CompletableFuture<Optional<Conversation>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Conversation>> theirs = opening.putIfAbsent(id, mine);
        if (theirs != null) {
            return await(theirs);
        }
        try {
            Optional<Conversation> found = find(account, id);
            found.ifPresent(this::add);
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            opening.remove(id, mine);
        }
    }

    private static Optional<Conversation> await(CompletableFuture<Optional<Conversation>> flight) {
        try {
            return flight.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Optional<Conversation> find(String account, String id) {
        Conversation known = inUse.getIfPresent(id);
        return known == null ? read(account, id) : Optional.of(known);
    }

    private Optional<Conversation> read(String account, String id) {
        try {
            if (!readers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.after(ProblemCode.BUSY, PATIENCE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.STOPPING);
        }
        try {
            return troubleshooter.resume(account, id);
        } finally {
            readers.release();
        }
    }

    boolean isOpen(String id) {
        return open.asMap().containsKey(id);
    }

    /** Forgets the session; whoever still works with it does so for nothing. */
    void drop(String id) {
        open.invalidate(id);
        inUse.invalidate(id);
        unsaved.remove(id);
    }

    /** Closes what nobody uses, and stores what could not be stored before. */
    void tidy() {
        open.cleanUp();
        open.asMap().values().forEach(OpenSessions::isStored);
        unsaved.values().removeIf(OpenSessions::isStored);
    }

    /** Forgets what other instances removed. */
    void dropRemoved() {
        if (freshness.shared()) {
            open.asMap().values().forEach(this::dropIfGone);
        }
    }

    private void dropIfGone(Conversation conversation) {
        try {
            if (freshness.of(conversation.owner(), conversation) == Freshness.State.GONE) {
                drop(conversation.id());
            }
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "whether a session was removed is not known: {}",
                    unavailable.getClass().getName());
        }
    }

    /** How many are open. */
    long count() {
        open.cleanUp();
        return open.estimatedSize();
    }
}
