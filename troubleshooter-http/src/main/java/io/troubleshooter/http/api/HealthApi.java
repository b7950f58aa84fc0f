package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.util.List;

/** Whether the service runs. */
public final class HealthApi {

    public List<Route> routes() {
        return List.of(Route.get("/health/live", "live", Access.OPEN, HealthApi::live));
    }

    private static void live(Exchange exchange) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        exchange.answer(json.put("status", "up"));
    }
}
