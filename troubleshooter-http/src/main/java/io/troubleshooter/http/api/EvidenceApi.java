package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.intake.Brought;
import io.troubleshooter.http.intake.EvidenceAnswer;
import io.troubleshooter.http.intake.Intake;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Changes;
import java.util.List;

/** The evidence of a session: brought in any form, answered at once with what rules say of all of it. */
public final class EvidenceApi {

    private final Workspaces workspaces;
    private final Intake intake;
    private final EvidenceAnswer answer;
    private final Changes changes;

    public EvidenceApi(Workspaces workspaces, Intake intake, EvidenceAnswer answer, Changes changes) {
        this.workspaces = workspaces;
        this.intake = intake;
        this.answer = answer;
        this.changes = changes;
    }

    public List<Route> routes() {
        String path = RouteTable.SESSION + "/evidence";
        return List.of(
                Route.post(path, "addEvidence", Access.ANALYST, this::add),
                Route.get(path, "listEvidence", Access.VIEWER, this::list));
    }

    private void add(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.CONTRIBUTE);
        try (Brought brought = intake.evidence(exchange)) {
            ObjectNode json = changes.run(
                    exchange.caller(),
                    workspace,
                    (place, now) ->
                            answer.read(exchange.caller(), now, reader -> brought.giveTo(place::sharing, reader)));
            brought.tellIn(json);
            exchange.created("/v1/sessions/" + workspace.id() + "/evidence", json);
        }
    }

    private void list(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.READ);
        exchange.answer(answer.list(exchange.caller(), workspace));
    }
}
