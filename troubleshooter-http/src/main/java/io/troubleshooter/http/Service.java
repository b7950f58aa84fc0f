package io.troubleshooter.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.route.RouteTable;
import java.time.Clock;
import java.time.Duration;

/** The service, running. */
public final class Service implements AutoCloseable {

    private final Javalin javalin;
    private final Parts parts;
    private final RouteTable table;

    private Service(Javalin javalin, Parts parts, RouteTable table) {
        this.javalin = javalin;
        this.parts = parts;
        this.table = table;
    }

    /**
     * Starts to listen; returns when requests are taken.
     *
     * @throws TroubleshooterException if settings are wrong, the store cannot be opened, or it cannot listen
     */
    public static Service start(ServiceConfig config, Clock clock) {
        Exposure.check(config);
        return start(config, Stores.open(config, clock), Instances.Pace.USUAL, clock);
    }

    /** @param stores closed with it */
    static Service start(ServiceConfig config, Stores stores, Instances.Pace pace, Clock clock) {
        Parts parts = new Parts(config, stores, pace, clock);
        try {
            parts.begin();
            RouteTable table = RouteTable.of(parts.routes());
            Server server =
                    new Server(table, parts.doors().gate(), parts.doors().edge(), parts.watch());
            return new Service(listening(server, config), parts, table);
        } catch (RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    private static Javalin listening(Server server, ServiceConfig config) {
        try {
            return server.javalin(config.listen(), config.limits()).start();
        } catch (JavalinException | IllegalArgumentException failed) {
            throw NotListening.because(failed, config.listen());
        }
    }

    /** All that can be asked of it. */
    RouteTable routes() {
        return table;
    }

    /** What it listens by. */
    Javalin javalin() {
        return javalin;
    }

    /** What it is made of. */
    Parts parts() {
        return parts;
    }

    public int port() {
        return javalin.port();
    }

    /**
     * Waits until nothing is at work or waits for its turn: requests, and questions that were taken.
     *
     * @param most how long to wait; zero to ask only
     * @return whether there is nothing
     */
    public boolean awaitIdle(Duration most) throws InterruptedException {
        return parts.awaitIdle(most);
    }

    /** Ends as the settings say: what is at work gets some time, what is not done then is kept for the next start. */
    @Override
    public void close() {
        parts.drain();
        javalin.stop();
        parts.close();
    }
}
