package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.AccessGate;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.LoginCookie;
import io.troubleshooter.http.access.Logins;
import io.troubleshooter.http.access.Proof;
import io.troubleshooter.http.access.Trail;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.Route.Trait;
import java.util.List;
import java.util.Locale;

/** Login of a browser by a key or a token, and what callers may know of themselves. */
public final class LoginApi {

    private final AccessGate gate;
    private final Logins logins;
    private final LoginCookie cookie;
    private final ServiceConfig config;
    private final Trail trail;

    public LoginApi(AccessGate gate, Logins logins, LoginCookie cookie, ServiceConfig config, Trail trail) {
        this.gate = gate;
        this.logins = logins;
        this.cookie = cookie;
        this.config = config;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/login", "login", Access.OPEN, this::login).with(Trait.SECRET),
                Route.post("/v1/logout", "logout", Access.VIEWER, this::logout).with(Trait.SELF),
                Route.get("/v1/me", "me", Access.VIEWER, this::me).with(Trait.SELF));
    }

    private void login(Exchange exchange) {
        Proof proof = gate.prove(exchange.context());
        Logins.Login login = logins.create(proof);
        cookie.set(exchange.context(), login.cookie(), login.expires());
        record(proof.caller(), "login");
        exchange.answer(who(proof.caller())
                .put("csrf", login.csrf())
                .put("expires", login.expires().toString()));
    }

    private void logout(Exchange exchange) {
        String value = LoginCookie.read(exchange.context());
        if (value != null) {
            logins.end(value);
            record(exchange.caller(), "logout");
        }
        cookie.remove(exchange.context());
        exchange.nothing();
    }

    private void record(Caller caller, String action) {
        trail.note(caller, action, "credential=" + caller.credential());
    }

    private void me(Exchange exchange) {
        Caller caller = exchange.caller();
        ObjectNode json = who(caller).put("means", caller.means().name().toLowerCase(Locale.ROOT));
        String value = caller.means() == Caller.Means.LOGIN ? LoginCookie.read(exchange.context()) : null;
        json.put("csrf", value == null ? null : Logins.csrf(value));
        json.put("session", caller.session());
        json.putObject("limits")
                .put("body", config.limits().body().count())
                .put("upload", config.limits().upload().count())
                .put("paste", config.limits().paste().count());
        boolean model = !config.model().provider().equals("offline");
        json.putObject("model")
                .put("available", model)
                .put("name", model ? config.model().id() : null)
                .put("maxCostUsd", model ? config.model().maxCost() : null);
        features(json);
        exchange.answer(json);
    }

    private void features(ObjectNode json) {
        if (config.fetch().enabled()) {
            json.withArray("features").add("fetch");
        }
        if (config.cloudwatch().enabled()) {
            json.withArray("features").add("cloudwatch");
        }
        if (config.storage().directUploads()) {
            json.withArray("features").add("directUploads");
        }
        if (config.access().required()) {
            json.withArray("features").add("login");
        }
        json.withArray("features");
    }

    private static ObjectNode who(Caller caller) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("user", caller.user())
                .put("project", caller.project())
                .put("role", caller.role().word());
    }
}
