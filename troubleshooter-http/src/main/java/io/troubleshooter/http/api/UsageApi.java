package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.UsageReport.Figures;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What a caller has used and may still use today. */
public final class UsageApi {

    private static final int MOST_SESSIONS = 10_000;

    private final Budgets budgets;
    private final AuditLog audit;
    private final SessionStore sessions;
    private final Clock clock;

    public UsageApi(Budgets budgets, AuditLog audit, SessionStore sessions, Clock clock) {
        this.budgets = budgets;
        this.audit = audit;
        this.sessions = sessions;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/usage", "usage", Access.VIEWER, this::usage));
    }

    private void usage(Exchange exchange) {
        String account = exchange.caller().account();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant resets = start(today.plusDays(1));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("budget", Money.balance(budgets.balance(account)).put("resets", resets.toString()));
        json.set("today", Money.figures(today(account, start(today), resets)));
        json.put("sessions", sessions.list(account, MOST_SESSIONS).size());
        exchange.answer(json);
    }

    /** Of this account alone: others may begin with the same letters. */
    private Figures today(String account, Instant from, Instant until) {
        return audit.usage(account, from, until).byAccount().getOrDefault(account, Figures.NONE);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
