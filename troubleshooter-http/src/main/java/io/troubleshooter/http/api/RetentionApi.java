package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.troubleshooter.http.access.Trail;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.session.Retention;
import io.troubleshooter.http.session.Sweep;
import java.util.List;

/** How long the sessions of the administrator's own project are kept after their last use. */
public final class RetentionApi {

    private static final String PATH = "/v1/admin/retention";
    private static final int MAX_DAYS = 3650;

    private final Retention retention;
    private final Sweep sweep;
    private final Trail trail;

    public RetentionApi(Retention retention, Sweep sweep, Trail trail) {
        this.retention = retention;
        this.sweep = sweep;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, "readRetention", Access.ADMIN, this::read),
                Route.put(PATH, "setRetention", Access.ADMIN, this::set),
                Route.post(PATH + "/purge", "purge", Access.ADMIN, this::purge));
    }

    private void read(Exchange exchange) {
        long days = retention.of(exchange.caller().project()).toDays();
        exchange.answer(JsonNodeFactory.instance.objectNode().put("days", days));
    }

    private void set(Exchange exchange) {
        JsonNode days = exchange.json().path("days");
        if (!days.isIntegralNumber() || !days.canConvertToInt() || days.intValue() < 1 || days.intValue() > MAX_DAYS) {
            throw ProblemException.invalid("/days", "days has to be a whole number from 1 to " + MAX_DAYS + ".");
        }
        retention.set(exchange.caller().project(), days.intValue());
        trail.note(exchange.caller(), "set-retention", "days=" + days.intValue());
        read(exchange);
    }

    /** Removes now what would be removed in a while anyway. */
    private void purge(Exchange exchange) {
        int removed = sweep.purge(exchange.caller().project());
        trail.note(exchange.caller(), "purge", "sessions=" + removed);
        exchange.answer(JsonNodeFactory.instance.objectNode().put("removed", removed));
    }
}
