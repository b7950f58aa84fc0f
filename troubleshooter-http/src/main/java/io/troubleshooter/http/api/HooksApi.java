package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.hook.HookGate;
import io.troubleshooter.http.hook.HookInbox;
import io.troubleshooter.http.hook.HookInbox.Accepted;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Handler;
import io.troubleshooter.http.route.Route;
import java.util.List;
import java.util.function.BiFunction;

/** Messages of other programs: alerts and deployments. */
public final class HooksApi {

    private final HookGate gate;
    private final HookInbox inbox;

    public HooksApi(HookGate gate, HookInbox inbox) {
        this.gate = gate;
        this.inbox = inbox;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(
                        "/v1/hooks/alertmanager",
                        "takeAlertmanagerMessage",
                        Access.SIGNED,
                        taking(inbox::alertmanager)),
                Route.post("/v1/hooks/alert", "takeAlert", Access.SIGNED, taking(inbox::alert)),
                Route.post("/v1/hooks/deploy", "takeDeployment", Access.SIGNED, taking(inbox::deploy)));
    }

    private Handler taking(BiFunction<Caller, byte[], Accepted> how) {
        return exchange -> gate.admit(exchange, (sender, body) -> answer(exchange, how.apply(sender, body)));
    }

    private static void answer(Exchange exchange, Accepted accepted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!accepted.session().isEmpty()) {
            json.put("session", accepted.session());
        }
        exchange.answer(202, json.put("accepted", accepted.accepted()));
    }
}
