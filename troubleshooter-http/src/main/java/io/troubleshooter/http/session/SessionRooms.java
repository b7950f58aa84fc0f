package io.troubleshooter.http.session;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.instance.Instances;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The sessions of a service, put together once. */
public final class SessionRooms implements AutoCloseable {

    private final StoredWorkspaces workspaces;
    private final SessionLinks links;
    private final SessionView view;
    private final SessionDesk desk;
    private final Digests digests;
    private final Retention retention;
    private final OpenSessions open;
    private final Sweep sweep;
    private final Duration shortest;

    /**
     * @param troubleshooter over the same store
     * @param cleaners asked for whenever a session is removed
     */
    public SessionRooms(
            ServiceConfig config,
            Troubleshooter troubleshooter,
            SessionStore store,
            Documents documents,
            AuditLog audit,
            Supplier<List<SessionCleaner>> cleaners,
            Instances instances,
            Clock clock) {
        Journal journal = new Journal(audit, clock);
        Cards cards = new Cards(documents);
        this.retention = new Retention(documents, config.sessions(), clock);
        this.links = new SessionLinks(documents, cards);
        Freshness freshness = instances.shared() ? Freshness.of(store) : Freshness.ALONE;
        this.open = new OpenSessions(
                troubleshooter, freshness, config.sessions(), config.limits().workers(), clock);
        this.workspaces = new StoredWorkspaces(
                troubleshooter,
                open,
                cards,
                retention,
                journal,
                instances.locks(),
                config.sessions().perAccount(),
                clock);
        this.view = new SessionView(cards, open, retention, clock);
        this.digests = new Digests(cards, open, clock);
        Removal removal = new Removal(documents, store, cards, links, open, cleaners, clock);
        this.desk = new SessionDesk(
                workspaces, cards, links, new SessionList(cards, retention), view, removal, journal, clock);
        AuditRetention events = new AuditRetention(audit, config.sessions().auditRetention(), journal, clock);
        this.sweep = new Sweep(open, store, cards, retention, removal, events, journal, instances.duties(), clock);
        Duration idle = config.sessions().idle();
        this.shortest = idle.compareTo(config.sessions().retention()) < 0
                ? idle
                : config.sessions().retention();
    }

    /** Begins to close and remove what nobody uses; to be called once all cleaners are there. */
    public void start() {
        sweep.start(shortest);
    }

    public Workspaces workspaces() {
        return workspaces;
    }

    public SessionLinks links() {
        return links;
    }

    public SessionView view() {
        return view;
    }

    public SessionDesk desk() {
        return desk;
    }

    /** To be told of each new diagnosis. */
    public DiagnosisListener digests() {
        return digests;
    }

    public Retention retention() {
        return retention;
    }

    public Sweep sweep() {
        return sweep;
    }

    /** How many sessions are open. */
    public long open() {
        return open.count();
    }

    @Override
    public void close() {
        sweep.close();
        open.tidy();
    }
}
