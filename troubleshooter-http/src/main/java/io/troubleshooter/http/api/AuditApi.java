package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Entry;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Cursor;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.util.List;

/** Who did what in the administrator's own project, and whether that is still as it was written. */
public final class AuditApi {

    private final AuditLog audit;

    public AuditApi(AuditLog audit) {
        this.audit = audit;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/admin/audit", "listAudit", Access.ADMIN, this::list),
                Route.get("/v1/admin/audit/verification", "verifyAudit", Access.ADMIN, this::verify));
    }

    private void list(Exchange exchange) {
        String project = exchange.caller().project() + "/";
        int limit = (int) exchange.number("limit", 50, 1, 200);
        List<Entry> found = audit.page(project, Cursor.readNumber(exchange, Long.MAX_VALUE), limit + 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.withArray("events");
        found.stream().limit(limit).forEach(entry -> json.withArray("events").add(json(entry, project)));
        json.put(
                "next",
                found.size() > limit
                        ? Cursor.of(Long.toString(found.get(limit - 1).place()))
                        : null);
        exchange.answer(json);
    }

    private static ObjectNode json(Entry entry, String project) {
        Event event = entry.event();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", entry.place()).put("time", event.time().toString());
        json.put("user", event.account().substring(project.length())).put("action", event.action());
        json.put("session", event.session().isEmpty() ? null : event.session());
        json.put("detail", event.detail()).put("costUsd", Money.dollars(event.microUsd()));
        return json;
    }

    /** Of all projects: a chain can only be looked at as a whole. It tells a number of events, and none of them. */
    private void verify(Exchange exchange) {
        AuditLog.Verification found = audit.verify();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sound", found.sound()).put("events", found.events()).put("firstBroken", found.firstBroken());
        exchange.answer(json);
    }
}
