package io.troubleshooter.http.instance;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What only one does at a time, over all instances. A lock keeps two from working for nothing; it is no fence: who loses
 * it without noticing is stopped by the versions and numbers of what it writes. Thread-safe.
 */
public final class Locks {

    /** After which a lock of a process that is gone is free. */
    static final Duration LIFE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Locks.class);

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final Instances instances;
    private final Documents documents;
    private final Clock clock;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();

    Locks(Instances instances, Documents documents, Clock clock) {
        this.instances = instances;
        this.documents = documents;
        this.clock = clock;
    }

    /** A lock that is held until it is closed. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a lock; where this is the only instance, without effect.
     *
     * @param what such as {@code session/<id>}, part of a name of documents
     * @param patience how long to wait
     * @return empty if somebody else had it all the time
     */
    public Optional<Held> hold(String what, Duration patience) {
        if (!instances.shared()) {
            return Optional.of(() -> {});
        }
        return await("lock/" + what, patience).map(this::held);
    }

    private Held held(Lease lease) {
        held.add(lease);
        return () -> {
            held.remove(lease);
            release(lease);
        };
    }

    /** What was done under it is done; a lock that cannot be given back is free when its time is over. */
    private static void release(Lease lease) {
        try {
            lease.release();
        } catch (RuntimeException unavailable) {
            LOG.warn("a lock was not given back: {}", unavailable.getClass().getName());
        }
    }

    private Optional<Lease> await(String collection, Duration patience) {
        String holder = UUID.randomUUID().toString();
        long end = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            Optional<Lease> taken = Lease.take(documents, clock, collection, holder, LIFE);
            if (taken.isPresent() || System.nanoTime() >= end) {
                return taken;
            }
            sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.STOPPING);
        }
    }

    /** What cannot be renewed is lost, and its holder is stopped when it writes. */
    void renew() {
        held.removeIf(Locks::isLost);
    }

    private static boolean isLost(Lease lease) {
        try {
            return !lease.renew();
        } catch (RuntimeException unavailable) {
            return false; // there is time for another attempt or two
        }
    }
}
