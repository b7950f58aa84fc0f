package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.SessionCard.Share;
import io.troubleshooter.http.session.SessionDesk;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions as such: created, listed, renamed, shared and removed. */
public final class SessionsApi {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final SessionDesk desk;

    public SessionsApi(SessionDesk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        String one = RouteTable.SESSION;
        return List.of(
                Route.post("/v1/sessions", "createSession", Access.ANALYST, this::create),
                Route.get("/v1/sessions", "listSessions", Access.VIEWER, this::list),
                Route.get(one, "readSession", Access.VIEWER, this::read),
                Route.patch(one, "renameSession", Access.ANALYST, this::rename),
                Route.delete(one, "deleteSession", Access.ANALYST, this::delete),
                Route.put(one + "/share", "shareSession", Access.ANALYST, this::share),
                Route.post(one + "/links", "createLink", Access.ANALYST, this::link)
                        .with(Route.Trait.SECRET),
                Route.delete(one + "/links/{link}", "revokeLink", Access.ANALYST, this::unlink));
    }

    private void create(Exchange exchange) {
        JsonNode json = exchange.json();
        String title = json.has("title") ? title(json) : "";
        ObjectNode session = desk.create(exchange.caller(), title);
        exchange.created("/v1/sessions/" + session.path("id").asText(), session);
    }

    private void list(Exchange exchange) {
        int limit = (int) exchange.number("limit", 50, 1, 200);
        exchange.answer(desk.list(exchange.caller(), exchange.query("cursor"), limit));
    }

    private void read(Exchange exchange) {
        exchange.answer(desk.read(exchange.caller(), exchange.session()));
    }

    private void rename(Exchange exchange) {
        exchange.answer(desk.rename(exchange.caller(), exchange.session(), title(exchange.json())));
    }

    private void delete(Exchange exchange) {
        desk.delete(exchange.caller(), exchange.session());
        exchange.nothing();
    }

    private void share(Exchange exchange) {
        JsonNode json = exchange.json();
        Role role = role(json.path("role"));
        boolean contribute = flag(json.path("contribute"));
        exchange.answer(desk.share(
                exchange.caller(), exchange.session(), role == null ? Share.NONE : new Share(role, contribute)));
    }

    private void link(Exchange exchange) {
        Duration life = life(exchange.json().path("expiresIn"));
        ObjectNode link = desk.link(exchange.caller(), exchange.session(), life);
        String location = "/v1/sessions/" + exchange.session() + "/links/"
                + link.path("id").asText();
        exchange.created(location, link);
    }

    private void unlink(Exchange exchange) {
        desk.unlink(exchange.caller(), exchange.session(), exchange.path("link"));
        exchange.nothing();
    }

    private static String title(JsonNode json) {
        JsonNode title = json.path("title");
        if (!title.isTextual()) {
            throw ProblemException.invalid("/title", "title has to be a text.");
        }
        return title.textValue();
    }

    private static @Nullable Role role(JsonNode role) {
        if (role.isNull()) {
            return null;
        }
        return switch (role.asText()) {
            case "viewer" -> Role.VIEWER;
            case "analyst" -> Role.ANALYST;
            default -> throw ProblemException.invalid("/role", "role has to be viewer, analyst or null.");
        };
    }

    private static boolean flag(JsonNode flag) {
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw ProblemException.invalid("/contribute", "contribute has to be true or false.");
        }
        return flag.asBoolean(false);
    }

    private static Duration life(JsonNode text) {
        String word = text.asText();
        if (word.matches("[0-9]{1,3}[hd]")) {
            long count = Long.parseLong(word.substring(0, word.length() - 1));
            Duration life = word.endsWith("h") ? Duration.ofHours(count) : Duration.ofDays(count);
            if (life.compareTo(SHORTEST) >= 0 && life.compareTo(LONGEST) <= 0) {
                return life;
            }
        }
        throw ProblemException.invalid("/expiresIn", "expiresIn has to be from 1h to 30d, such as 12h or 7d.");
    }
}
