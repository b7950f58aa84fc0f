package io.troubleshooter.http.hook;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.config.Hooks;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other programs of diagnoses that are ready: once for each cause that a session comes to. What waits survives a
 * restart for an hour; what cannot be delivered within some minutes is dropped and logged; sessions keep everything.
 * Thread-safe.
 */
public final class Notifier implements DiagnosisListener, AutoCloseable {

    /** Between attempts. */
    public static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    /** Looks between two at what other instances left. */
    private static final int LOOKS = 5;

    private final List<Outlet> outlets;
    private final String publicUrl;
    private final Courier courier;
    private final Clock clock;
    private final Instances instances;
    private final ToldNotices told;
    private final AtomicInteger looks = new AtomicInteger();

    /**
     * Reads where to tell.
     *
     * @param publicUrl of the service, for links; empty for none
     * @param waits between attempts, one fewer than attempts
     * @param documents where notices are kept until they are delivered
     * @throws io.troubleshooter.error.TroubleshooterException if an address or a format is none
     */
    public Notifier(
            Hooks settings,
            String publicUrl,
            List<Duration> waits,
            Documents documents,
            Instances instances,
            Clock clock) {
        this.outlets = Outlet.of(settings.outgoing());
        this.publicUrl = publicUrl;
        this.courier = new Courier(waits, new PendingNotices(documents, instances, clock), clock);
        this.clock = clock;
        this.instances = instances;
        this.told = instances.shared() ? ToldNotices.in(documents, clock) : ToldNotices.inMemory();
    }

    @Override
    public void ready(Workspace workspace, Diagnosis diagnosis) {
        try {
            List<Outlet> concerned = outlets.stream()
                    .filter(outlet -> outlet.project().equals(workspace.project()))
                    .toList();
            if (!concerned.isEmpty()) {
                tell(concerned, Notice.of(workspace, diagnosis, publicUrl, clock.instant()));
            }
        } catch (RuntimeException failed) {
            LOG.warn("a notice was not written: {}", failed.getClass().getName());
        }
    }

    private void tell(List<Outlet> concerned, Notice notice) {
        if (told.isNews(notice.session(), notice.essence())) {
            concerned.forEach(outlet -> courier.send(outlet, outlet.format().write(notice, outlet.template())));
        }
    }

    /** Goes on with what was not delivered when the service ended, and from now on with what other instances leave. */
    public void takeUp() {
        outlets.forEach(courier::takeUp);
        if (!outlets.isEmpty()) {
            instances.look(this::look);
        }
    }

    private void look() {
        if (looks.incrementAndGet() % LOOKS == 0) {
            outlets.forEach(courier::takeUp);
        }
    }

    @Override
    public void close() {
        courier.close();
    }
}
