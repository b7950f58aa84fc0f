package io.troubleshooter.http;

import io.javalin.http.Context;
import io.troubleshooter.http.access.Addresses;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Origins;
import io.troubleshooter.http.edge.Cors;
import io.troubleshooter.http.edge.Idempotency;
import io.troubleshooter.http.edge.Rates;
import io.troubleshooter.http.edge.SecurityHeaders;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.io.IOException;
import java.util.Optional;

/**
 * What every request passes on its way in and out.
 *
 * @param open whether nobody has to show who they are: then only this machine may call, and no page from elsewhere
 */
record Edge(
        boolean open,
        SecurityHeaders headers,
        Origins origins,
        Cors cors,
        Addresses addresses,
        Rates rates,
        Idempotency idempotency) {

    void before(Context context) {
        headers.put(context);
        cors.put(context);
        if (open) {
            origins.checkHost(context);
            origins.checkOrigin(context);
        }
    }

    void count(Route route, Context context, Caller caller) {
        if (!route.is(Route.Trait.UNCOUNTED)) {
            rates.count(context, caller, addresses.of(context));
        }
        if (route.is(Route.Trait.SPENDS)) {
            rates.tellBudget(context, caller);
        }
    }

    Optional<Exchange> begin(Route route, Context context, Caller caller, String requestId) throws IOException {
        return idempotency.begin(route, context, caller, requestId);
    }

    void after(Context context) throws IOException {
        idempotency.end(context);
    }
}
