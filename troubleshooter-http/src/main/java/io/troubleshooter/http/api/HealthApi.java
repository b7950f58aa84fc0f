package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether the service runs, can serve, and which build it is. Thread-safe. */
public final class HealthApi {

    /** However often it is asked, the store is looked at this often. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final BooleanSupplier stopping;
    private final Runnable stores;
    private final Clock clock;
    private final String version;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen = new Seen(Instant.MIN, true);

    /** Whether the store answered, and when. */
    private record Seen(Instant time, boolean answers) {}

    /**
     * The routes.
     *
     * @param stopping whether the service takes nothing new, so that a proxy is to ask another instance
     * @param stores throws where one of them does not answer
     */
    public HealthApi(BooleanSupplier stopping, Runnable stores, Clock clock, String version) {
        this.stopping = stopping;
        this.stores = stores;
        this.clock = clock;
        this.version = version;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/health/live", "live", Access.OPEN, HealthApi::up).with(Route.Trait.UNCOUNTED),
                Route.get("/health/ready", "ready", Access.OPEN, this::ready).with(Route.Trait.UNCOUNTED),
                Route.get("/version", "version", Access.OPEN, this::version));
    }

    private static void up(Exchange exchange) {
        exchange.answer(JsonNodeFactory.instance.objectNode().put("status", "up"));
    }

    private void ready(Exchange exchange) {
        if (stopping.getAsBoolean()) {
            throw ProblemException.of(ProblemCode.STOPPING);
        }
        if (!storeAnswers()) {
            throw ProblemException.of(ProblemCode.STORE_UNAVAILABLE, "The service cannot serve at the moment.");
        }
        up(exchange);
    }

    /** While somebody looks, the others take what was seen last: a store that hangs holds one thread, not all. */
    private boolean storeAnswers() {
        if (seen.time().isBefore(clock.instant().minus(FRESH)) && looking.tryLock()) {
            try {
                seen = new Seen(clock.instant(), look());
            } finally {
                looking.unlock();
            }
        }
        return seen.answers();
    }

    private boolean look() {
        try {
            stores.run();
            return true;
        } catch (RuntimeException unavailable) {
            return false;
        }
    }

    private void version(Exchange exchange) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        exchange.answer(json.put("version", version).put("api", "v1"));
    }
}
