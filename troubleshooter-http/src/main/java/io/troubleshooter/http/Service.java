package io.troubleshooter.http;

import io.javalin.Javalin;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.http.access.Gate;
import io.troubleshooter.http.api.DiagnoseApi;
import io.troubleshooter.http.api.HealthApi;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import java.util.ArrayList;
import java.util.List;

/** The service, running. */
public final class Service implements AutoCloseable {

    private final Javalin javalin;

    private Service(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Starts to listen; returns when requests are taken. */
    public static Service start(ServiceConfig config) {
        Troubleshooter troubleshooter = Troubleshooter.create();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthApi().routes());
        routes.addAll(new DiagnoseApi(troubleshooter, config.limits()).routes());
        Server server = new Server(RouteTable.of(routes), Gate.LOCAL);
        return new Service(server.javalin(config.listen()).start());
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
