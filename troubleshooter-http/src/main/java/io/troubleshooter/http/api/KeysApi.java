package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.ApiKey;
import io.troubleshooter.http.access.ApiKeys;
import io.troubleshooter.http.access.Lifetime;
import io.troubleshooter.http.access.Names;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.access.Trail;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Cursor;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.Route.Trait;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of the administrator's own project. */
public final class KeysApi {

    private static final String PATH = "/v1/admin/keys";
    private static final int MAX_NAME = 200;

    private final ApiKeys keys;
    private final Trail trail;

    public KeysApi(ApiKeys keys, Trail trail) {
        this.keys = keys;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, "listKeys", Access.ADMIN, this::list),
                Route.post(PATH, "createKey", Access.ADMIN, this::create).with(Trait.SECRET),
                Route.delete(PATH + "/{key}", "revokeKey", Access.ADMIN, this::revoke));
    }

    private void list(Exchange exchange) {
        int limit = (int) exchange.number("limit", 50, 1, 200);
        List<ApiKey> found = keys.list(exchange.caller().project(), Cursor.read(exchange, ""), limit + 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        found.stream().limit(limit).forEach(key -> json.withArray("keys").add(json(key)));
        json.withArray("keys");
        json.put("next", found.size() > limit ? Cursor.of(found.get(limit - 1).id()) : null);
        exchange.answer(json);
    }

    private void create(Exchange exchange) {
        JsonNode json = exchange.json();
        String user = Names.user(json.path("user").asText(), "/user");
        ApiKeys.Made made =
                keys.create(exchange.caller().project(), user, role(json), name(json), life(json.path("expiresIn")));
        ApiKey key = made.key();
        trail.note(
                exchange.caller(),
                "create-key",
                "key=" + key.id() + " role=" + key.role().word());
        exchange.created(PATH + "/" + key.id(), json(key).put("key", made.secret()));
    }

    private static Role role(JsonNode json) {
        return Role.named(json.path("role").asText())
                .orElseThrow(() -> ProblemException.invalid("/role", "A role is viewer, analyst or admin."));
    }

    private static String name(JsonNode json) {
        String name = json.path("name").asText("");
        if (name.length() > MAX_NAME) {
            throw ProblemException.invalid("/name", "A name has at most " + MAX_NAME + " characters.");
        }
        return name;
    }

    private static @Nullable Duration life(JsonNode text) {
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        return Lifetime.parse(text.asText())
                .orElseThrow(
                        () -> ProblemException.invalid("/expiresIn", "expiresIn has to be " + Lifetime.FORM + "."));
    }

    private void revoke(Exchange exchange) {
        String id = exchange.path("key");
        if (id.length() > 64 || !keys.revoke(exchange.caller().project(), id)) {
            throw exchange.notFound();
        }
        trail.note(exchange.caller(), "revoke-key", "key=" + id);
        exchange.nothing();
    }

    private static ObjectNode json(ApiKey key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", key.id()).put("user", key.user()).put("role", key.role().word());
        json.put("name", key.name()).put("created", key.created().toString());
        json.put("expires", text(key.expires())).put("lastUsed", text(key.lastUsed()));
        return json;
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
