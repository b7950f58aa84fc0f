package io.troubleshooter.http.api;

import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.telemetry.Telemetry;
import java.util.List;

/** The figures of the service, for Prometheus. */
public final class MetricsApi {

    private final Telemetry telemetry;
    private final boolean open;

    /** @param open whether nobody has to show a key */
    public MetricsApi(Telemetry telemetry, boolean open) {
        this.telemetry = telemetry;
        this.open = open;
    }

    public List<Route> routes() {
        return List.of(Route.get("/metrics", "metrics", open ? Access.OPEN : Access.ADMIN, this::metrics));
    }

    private void metrics(Exchange exchange) {
        exchange.answer("text/plain; version=0.0.4; charset=utf-8", telemetry.prometheus());
    }
}
