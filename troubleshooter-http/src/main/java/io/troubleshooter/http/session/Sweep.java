package io.troubleshooter.http.session;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.http.instance.Duties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes and removes, in the background, what nobody uses any more. */
public final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);
    private static final Duration NOT_MORE_OFTEN = Duration.ofMillis(100);
    /** Another instance takes over where one has not swept for so long. */
    private static final Duration LEFT = Duration.ofMinutes(3);

    private static final int FIRST_LOOK = 200;

    private final OpenSessions open;
    private final SessionStore store;
    private final Cards cards;
    private final Retention retention;
    private final Removal removal;
    private final AuditRetention audit;
    private final Journal journal;
    private final Duties duties;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Sweep::thread);

    Sweep(
            OpenSessions open,
            SessionStore store,
            Cards cards,
            Retention retention,
            Removal removal,
            AuditRetention audit,
            Journal journal,
            Duties duties,
            Clock clock) {
        this.open = open;
        this.store = store;
        this.cards = cards;
        this.retention = retention;
        this.removal = removal;
        this.audit = audit;
        this.journal = journal;
        this.duties = duties;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tst-sweep");
        thread.setDaemon(true);
        return thread;
    }

    /** @param shortest of the times after which something has to be done */
    void start(Duration shortest) {
        Duration tenth = shortest.dividedBy(10);
        Duration pause = tenth.compareTo(OFTEN_ENOUGH) > 0 ? OFTEN_ENOUGH : tenth;
        long millis = Math.max(pause.toMillis(), NOT_MORE_OFTEN.toMillis());
        var unused = thread.scheduleWithFixedDelay(this::quietly, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void quietly() {
        try {
            run();
        } catch (RuntimeException failed) {
            LOG.warn("sweeping failed: {}", failed.getClass().getName());
        }
    }

    private void run() {
        open.tidy();
        open.dropRemoved();
        if (!duties.isMine("sweep", LEFT)) {
            return;
        }
        purgeOwnersOf("");
        removal.finish();
        audit.tidy();
    }

    /**
     * Removes the sessions of a project whose time is over.
     *
     * @return how many
     */
    public int purge(String project) {
        return purgeOwnersOf(project + "/");
    }

    private int purgeOwnersOf(String owners) {
        Instant since = clock.instant().minus(retention.shortest());
        int removed = 0;
        int look = FIRST_LOOK;
        List<Header> unused;
        do {
            unused = store.unused(owners, since, look);
            for (Header each : unused) {
                removed += purge(each) ? 1 : 0;
            }
            look *= 2;
        } while (unused.size() == look / 2);
        return removed;
    }

    private boolean purge(Header unused) {
        String account = unused.owner();
        String project = account.substring(0, Math.max(0, account.indexOf('/')));
        Optional<SessionCard> card = cards.find(project, unused.id());
        boolean over = card.map(retention::isOver)
                .orElseGet(() -> unused.updated().plus(retention.of(project)).isBefore(clock.instant()));
        if (over) {
            card.ifPresentOrElse(removal::remove, () -> removal.remove(project, account, unused.id()));
            journal.note(Journal.service(project), unused.id(), "purge-session", "owner=" + account);
        }
        return over;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
