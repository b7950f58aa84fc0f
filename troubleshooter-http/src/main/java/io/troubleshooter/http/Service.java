package io.troubleshooter.http;

import io.javalin.Javalin;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.route.RouteTable;
import java.time.Clock;

/** The service, running. */
public final class Service implements AutoCloseable {

    private final Javalin javalin;
    private final Parts parts;

    private Service(Javalin javalin, Parts parts) {
        this.javalin = javalin;
        this.parts = parts;
    }

    /** Starts to listen; returns when requests are taken. */
    public static Service start(ServiceConfig config, Clock clock) {
        Parts parts = new Parts(config, clock);
        Server server = new Server(RouteTable.of(parts.routes()), parts.gate(), parts.watch());
        return new Service(server.javalin(config.listen(), config.limits()).start(), parts);
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
        parts.close();
    }
}
