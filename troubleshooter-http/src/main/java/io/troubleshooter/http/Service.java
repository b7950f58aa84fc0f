package io.troubleshooter.http;

import io.javalin.Javalin;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.route.RouteTable;
import java.time.Clock;

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

    /** Starts to listen; returns when requests are taken. */
    public static Service start(ServiceConfig config, Clock clock) {
        Exposure.check(config);
        Parts parts = new Parts(config, clock);
        parts.begin();
        RouteTable table = RouteTable.of(parts.routes());
        Server server = new Server(table, parts.doors().gate(), parts.doors().edge(), parts.watch());
        return new Service(server.javalin(config.listen(), config.limits()).start(), parts, table);
    }

    /** All that can be asked of it. */
    RouteTable routes() {
        return table;
    }

    /** What it is made of. */
    Parts parts() {
        return parts;
    }

    public int port() {
        return javalin.port();
    }

    /** Ends as the settings say: what is at work gets some time, what is not done then is kept for the next start. */
    @Override
    public void close() {
        parts.drain();
        javalin.stop();
        parts.close();
    }
}
