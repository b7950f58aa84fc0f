package io.troubleshooter.http.hook;

import io.troubleshooter.http.hook.PendingNotices.Pending;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to other programs, and tries again where that may help. Follows no redirect: an operator names the
 * address, and nobody else may. Bounded in what waits; what waits is kept until it is delivered or refused, so that it is
 * delivered once, or a second time if the process ends in between. Thread-safe.
 */
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final int MAX_WAITING = 256;
    private static final int THREADS = 2;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long STOP_SECONDS = 3;

    private final List<Duration> waits;
    private final PendingNotices notices;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
        Thread thread = new Thread(work, "hooks-out");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable HttpClient client;

    Courier(List<Duration> waits, PendingNotices notices, Clock clock) {
        this.notices = notices;
        this.waits = List.copyOf(waits);
        this.clock = clock;
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What came of an attempt. */
    private enum Outcome {
        DELIVERED,
        /** The same may succeed later. */
        FAILED,
        REFUSED,
        /** The service ends before it is known. */
        STOPPED
    }

    /** Returns at once. */
    void send(Outlet outlet, byte[] body) {
        if (waiting.get() >= MAX_WAITING) {
            LOG.warn("{}: too many notices wait, one is dropped", outlet.name());
            return;
        }
        waiting.incrementAndGet();
        later(notices.keep(outlet, body), 0, Duration.ZERO);
    }

    /** Goes on with what was not delivered when the service, or another instance of it, ended. */
    void takeUp(Outlet outlet) {
        for (Pending pending : notices.take(outlet, Math.max(1, MAX_WAITING - waiting.get()))) {
            waiting.incrementAndGet();
            later(pending, 0, Duration.ZERO);
        }
    }

    private void later(Pending message, int attempt, Duration wait) {
        try {
            Future<?> unused =
                    threads.schedule(() -> attempt(message, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            waiting.decrementAndGet();
        }
    }

    private void attempt(Pending message, int attempt) {
        Outcome outcome = deliver(message);
        if (outcome == Outcome.FAILED && attempt < waits.size()) {
            later(message, attempt + 1, waits.get(attempt));
            return;
        }
        waiting.decrementAndGet();
        if (outcome == Outcome.STOPPED) {
            return;
        }
        notices.forget(message);
        if (outcome != Outcome.DELIVERED) {
            LOG.warn(
                    "{}: a notice was not delivered, after {} attempts",
                    message.outlet().name(),
                    attempt + 1);
        }
    }

    private Outcome deliver(Pending message) {
        try {
            HttpResponse<InputStream> answer = client().send(
                            message.outlet().request(message.body(), clock.instant()), BodyHandlers.ofInputStream());
            answer.body().close();
            return outcome(answer.statusCode());
        } catch (IOException unreachable) {
            return Outcome.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.STOPPED;
        } catch (RuntimeException defect) {
            LOG.warn("{}: {}", message.outlet().name(), defect.getClass().getName());
            return Outcome.REFUSED;
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DELIVERED;
        }
        return status == 408 || status == 429 || status >= 500 ? Outcome.FAILED : Outcome.REFUSED;
    }

    /** Made when it is first needed: most services tell nobody. */
    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            client = known;
        }
        return known;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
