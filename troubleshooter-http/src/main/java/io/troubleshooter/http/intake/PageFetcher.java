package io.troubleshooter.http.intake;

import io.troubleshooter.http.config.Fetch;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page or a log from a public address. Each step, redirects included, is checked by {@link FetchRules}, and
 * connects to an address that {@link GuardedResolver} has let pass. Nothing that an address which is not public answers,
 * or whether it answers at all, can be told from the problem. Thread-safe.
 */
public final class PageFetcher implements AutoCloseable {

    private static final int AT_ONCE = 8;

    private final Fetch settings;
    private final FetchRules rules;
    private final CloseableHttpClient client;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, PageFetcher::daemon);

    public PageFetcher(Fetch settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE, PublicAddresses::has);
    }

    /** @param allowed addresses that may be connected to */
    PageFetcher(Fetch settings, DnsResolver names, Predicate<InetAddress> allowed) {
        this.settings = settings;
        this.rules = new FetchRules(settings);
        this.client = FetchClient.create(new GuardedResolver(names, allowed), settings.timeout());
        this.deadlines.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param url as the user gave it
     * @param room where the page is held
     * @throws ProblemException {@code fetch_refused}, {@code fetch_failed} or {@code busy}
     */
    FetchedPage fetch(String url, Room room) {
        URI first = rules.check(url);
        if (!places.tryAcquire()) {
            throw ProblemException.after(ProblemCode.BUSY, Duration.ofSeconds(5));
        }
        try {
            return follow(first, room, System.nanoTime() + settings.timeout().toNanos());
        } finally {
            places.release();
        }
    }

    private FetchedPage follow(URI first, Room room, long deadline) {
        URI at = first;
        for (int hop = 0; hop <= settings.redirects(); hop++) {
            FetchStep step = step(at, room, deadline);
            if (step.page() != null) {
                return step.page();
            }
            at = redirected(at, step.location());
        }
        throw failed("The address redirects too often.");
    }

    private URI redirected(URI from, @Nullable String location) {
        try {
            URI to = from.resolve(location == null ? "" : location.strip());
            if (from.getScheme().equalsIgnoreCase("https") && "http".equalsIgnoreCase(to.getScheme())) {
                throw FetchRules.refused("The address redirects from https to http.");
            }
            return rules.check(to);
        } catch (IllegalArgumentException malformed) {
            throw failed("The address redirects to nothing.");
        }
    }

    private FetchStep step(URI url, Room room, long deadline) {
        HttpGet get = new HttpGet(url);
        long left = deadline - System.nanoTime();
        var end = deadlines.schedule(get::abort, Math.max(0, left), TimeUnit.NANOSECONDS);
        try {
            return client.execute(get, answer -> FetchStep.read(answer, url, room, settings.bytes()));
        } catch (UnknownHostException notPublic) {
            // The same for names that are not known, so that nobody can find out those of an inner network.
            throw FetchRules.refused("There is no public address of this name.");
        } catch (IOException failed) {
            throw failed(get.isAborted() ? "The address did not answer in time." : "The address could not be read.");
        } finally {
            end.cancel(false);
        }
    }

    static ProblemException failed(String why) {
        return ProblemException.of(ProblemCode.FETCH_FAILED, why);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        try {
            client.close();
        } catch (IOException ignored) {
            // Nothing is left to be saved.
        }
    }
}
