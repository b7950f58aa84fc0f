package io.troubleshooter.http;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.access.AccessGate;
import io.troubleshooter.http.access.Addresses;
import io.troubleshooter.http.access.ApiKeys;
import io.troubleshooter.http.access.Attempts;
import io.troubleshooter.http.access.Gate;
import io.troubleshooter.http.access.Links;
import io.troubleshooter.http.access.LoginCookie;
import io.troubleshooter.http.access.Logins;
import io.troubleshooter.http.access.Origins;
import io.troubleshooter.http.access.Tokens;
import io.troubleshooter.http.access.Trail;
import io.troubleshooter.http.api.KeysApi;
import io.troubleshooter.http.api.LoginApi;
import io.troubleshooter.http.config.Access;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.edge.Cors;
import io.troubleshooter.http.edge.Idempotency;
import io.troubleshooter.http.edge.Rates;
import io.troubleshooter.http.edge.SecurityHeaders;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.page.PagePolicy;
import io.troubleshooter.http.route.Route;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Who comes in and how: the parts of the service that stand before its routes. */
final class Doors {

    private final ServiceConfig config;
    private final Trail trail;
    private final Clock clock;
    private final ApiKeys keys;
    private final Logins logins;
    private final AccessGate gate;
    private final Idempotency idempotency;
    private final Edge edge;
    private final PagePolicy pagePolicy;

    Doors(ServiceConfig config, Stores stores, Links links, Instances instances, Clock clock) {
        Documents documents = stores.documents();
        this.config = config;
        this.trail = new Trail(stores.audit(), clock);
        this.clock = clock;
        this.keys = new ApiKeys(documents, clock);
        this.logins = new Logins(documents, keys, config.access().login(), clock);
        this.idempotency = new Idempotency(documents, instances, clock);
        Origins origins = new Origins(config.listen());
        Addresses addresses = new Addresses(config.listen().trustedProxies());
        this.gate = gate(links, origins, addresses);
        this.pagePolicy = stores.direct() == null
                ? PagePolicy.OWN
                : PagePolicy.sendingTo(stores.direct().origin());
        this.edge = new Edge(
                !config.access().required(),
                new SecurityHeaders(pagePolicy.contentSecurity(), Exposure.isByTls(config.listen())),
                origins,
                new Cors(origins),
                addresses,
                new Rates(config.limits().requestsPerMinute(), stores.budgets(), clock),
                idempotency);
    }

    private AccessGate gate(Links links, Origins origins, Addresses addresses) {
        Access access = config.access();
        Tokens tokens = access.oidc().issuer().isEmpty() ? null : new Tokens(access.oidc(), clock);
        return new AccessGate(
                access.required(),
                new AccessGate.Credentials(keys, tokens, logins, links),
                origins,
                addresses,
                new Attempts(access.attempts(), clock),
                trail);
    }

    Gate gate() {
        return gate;
    }

    Edge edge() {
        return edge;
    }

    Idempotency idempotency() {
        return idempotency;
    }

    ApiKeys keys() {
        return keys;
    }

    /** What the page may do. */
    PagePolicy pagePolicy() {
        return pagePolicy;
    }

    Trail trail() {
        return trail;
    }

    List<Route> routes() {
        LoginCookie cookie = new LoginCookie(Exposure.isByTls(config.listen()), clock);
        List<Route> routes = new ArrayList<>(new LoginApi(gate, logins, cookie, config, trail).routes());
        routes.addAll(new KeysApi(keys, trail).routes());
        return routes;
    }
}
