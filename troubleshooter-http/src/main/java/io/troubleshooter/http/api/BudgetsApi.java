package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Names;
import io.troubleshooter.http.access.Trail;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the users of the administrator's own project may spend in a day. */
public final class BudgetsApi {

    private static final String PATH = "/v1/admin/budgets";
    private static final double MAX_USD = 1_000_000;

    private final Budgets budgets;
    private final Trail trail;

    public BudgetsApi(Budgets budgets, Trail trail) {
        this.budgets = budgets;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, "listBudgets", Access.ADMIN, this::list),
                Route.put(PATH + "/{user}", "setBudget", Access.ADMIN, this::set));
    }

    private void list(Exchange exchange) {
        String project = exchange.caller().project() + "/";
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.withArray("budgets");
        for (Budgets.Account account : budgets.accounts(project)) {
            json.withArray("budgets")
                    .add(json(account.account().substring(project.length()), account.balance(), account.own()));
        }
        exchange.answer(json);
    }

    private void set(Exchange exchange) {
        Caller caller = exchange.caller();
        String user = exchange.path("user");
        if (!Names.isUser(user)) {
            throw exchange.notFound();
        }
        Long limit = limit(exchange.json().path("dailyUsd"));
        String account = caller.project() + "/" + user;
        budgets.limit(account, limit);
        trail.note(caller, "set-budget", "user=" + user + " daily=" + (limit == null ? "default" : limit));
        exchange.answer(json(user, budgets.balance(account), limit != null));
    }

    /** Null for the limit that all have. */
    private static @Nullable Long limit(JsonNode dollars) {
        if (dollars.isNull()) {
            return null;
        }
        double usd = dollars.asDouble(-1);
        if (!dollars.isNumber() || !(usd >= 0 && usd <= MAX_USD)) {
            throw ProblemException.invalid("/dailyUsd", "dailyUsd has to be a number from 0 to 1000000, or null.");
        }
        return Math.round(usd * 1e6);
    }

    private static ObjectNode json(String user, Budgets.Balance balance, boolean own) {
        return Money.balance(balance).put("user", user).put("own", own);
    }
}
