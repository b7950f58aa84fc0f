package io.troubleshooter.http.instance;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that work on the same stores, as this one sees them. Each says every few seconds that it is there; who
 * has not said so for a while is held to be gone, and its work is taken up by others. Where stores are not shared this
 * is the only one, and nothing is written. Clocks of all have to agree within a few seconds. Thread-safe.
 */
public final class Instances implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private static final String COLLECTION = "instance";
    private static final int MOST = 1_000;

    private final String id = UUID.randomUUID().toString();
    private final Documents documents;
    private final Clock clock;
    private final Pace pace;
    private final @Nullable ScheduledExecutorService beats;
    private final @Nullable ScheduledExecutorService work;
    private final Locks locks;
    private final Duties duties;
    private @Nullable Document mine;

    /**
     * How fast it goes.
     *
     * @param lease after which one that said nothing is held to be gone
     * @param look how often it is looked what others left or ask for
     * @param follow how often it is looked what others do that somebody waits for
     */
    public record Pace(Duration lease, Duration look, Duration follow) {

        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMillis(250));

        Duration beat() {
            return lease.dividedBy(3);
        }
    }

    private Instances(Documents documents, Clock clock, Pace pace, boolean shared) {
        this.documents = documents;
        this.clock = clock;
        this.pace = pace;
        this.beats = shared ? threads(1, "tst-lease") : null;
        this.work = shared ? threads(2, "tst-instance") : null;
        this.locks = new Locks(this, documents, clock);
        this.duties = new Duties(this, documents, clock);
    }

    /** The only one. */
    public static Instances alone(Documents documents, Clock clock) {
        return new Instances(documents, clock, Pace.USUAL, false);
    }

    /** One of several on the same documents. */
    public static Instances sharing(Documents documents, Clock clock, Pace pace) {
        return new Instances(documents, clock, pace, true);
    }

    private static ScheduledExecutorService threads(int count, String name) {
        return Executors.newScheduledThreadPool(count, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Of this process, and of no other one before or after it. */
    public String id() {
        return id;
    }

    /** Whether there may be others. */
    public boolean shared() {
        return work != null;
    }

    public Locks locks() {
        return locks;
    }

    public Duties duties() {
        return duties;
    }

    /** Says that this one is there, from now on. */
    public void start() {
        if (beats != null) {
            beat();
            every(beats, pace.beat(), this::beat);
            every(beats, Locks.LIFE.dividedBy(3), locks::renew);
        }
    }

    /** Does something again and again for as long as this one is there; nothing where it is the only one. */
    public void look(Runnable what) {
        if (work != null) {
            every(work, pace.look(), what);
        }
    }

    /** As {@link #look}, for what somebody waits for. */
    public void follow(Runnable what) {
        if (work != null) {
            every(work, pace.follow(), what);
        }
    }

    private static void every(ScheduledExecutorService thread, Duration pause, Runnable what) {
        long millis = Math.max(1, pause.toMillis());
        Complaints complaints = new Complaints(LOG);
        var unused =
                thread.scheduleWithFixedDelay(() -> quietly(what, complaints), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What fails once is done again at the next time. */
    private static void quietly(Runnable what, Complaints complaints) {
        try {
            what.run();
        } catch (RuntimeException failed) {
            complaints.say("looking after other instances failed", failed);
        }
    }

    private synchronized void beat() {
        Document known = mine == null ? Document.of(COLLECTION, id, "{}") : mine;
        mine = documents.put(known.until(clock.instant().plus(pace.lease()))).orElse(null);
        if (mine == null) {
            // It was away for longer than its lease: it begins anew, without what others took meanwhile.
            documents.delete(COLLECTION, id);
            mine = documents
                    .put(Document.of(COLLECTION, id, "{}").until(clock.instant().plus(pace.lease())))
                    .orElse(null);
        }
    }

    /** Those that are there at this moment, this one among them. */
    public Set<String> present() {
        Set<String> present = new HashSet<>();
        if (shared()) {
            documents.list(COLLECTION, "", MOST).forEach(each -> present.add(each.key()));
        }
        present.add(id);
        return Set.copyOf(present);
    }

    /**
     * Whether somebody else may be at it.
     *
     * @param worker who was said to be; empty for nobody
     */
    public boolean isGone(String worker) {
        return worker.isEmpty()
                || !worker.equals(id) && documents.find(COLLECTION, worker).isEmpty();
    }

    /** Leaves: what this one had is taken up by others at once. */
    @Override
    public void close() {
        if (beats == null || work == null) {
            return;
        }
        for (ScheduledExecutorService each : List.of(work, beats)) {
            each.shutdown();
            await(each);
        }
        quietly(
                () -> {
                    duties.leave();
                    documents.delete(COLLECTION, id);
                },
                new Complaints(LOG));
    }

    private static void await(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
