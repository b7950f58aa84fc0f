package io.troubleshooter.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.http.intake.Brought;
import io.troubleshooter.http.intake.EvidenceJson;
import io.troubleshooter.http.intake.Intake;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Lanes;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.talk.CaseFile;
import java.util.List;

/** The evidence of a session: brought in any form, answered at once with what rules say of all of it. */
public final class EvidenceApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Workspaces workspaces;
    private final Intake intake;
    private final Lanes lanes;

    public EvidenceApi(Workspaces workspaces, Intake intake, Lanes lanes) {
        this.lanes = lanes;
        this.workspaces = workspaces;
        this.intake = intake;
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
            ObjectNode json = lanes.run(exchange.caller(), workspace.id(), place -> {
                List<String> added = workspace.conversation().add(reader -> brought.giveTo(place::sharing, reader));
                return added(workspace, added);
            });
            exchange.created("/v1/sessions/" + workspace.id() + "/evidence", json);
        }
    }

    private static ObjectNode added(Workspace workspace, List<String> ids) {
        CaseFile file = workspace.conversation().file();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("sources", EvidenceJson.sources(file, ids::contains));
        json.putObject("session").put("id", workspace.id());
        json.set("diagnosis", diagnosis(file.offline()));
        return json;
    }

    private void list(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.READ);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("sources", EvidenceJson.sources(workspace.conversation().file(), id -> true));
        exchange.answer(json);
    }

    private static JsonNode diagnosis(Diagnosis diagnosis) {
        try {
            return MAPPER.readTree(new JsonReport(false).render(diagnosis));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report is JSON", impossible);
        }
    }
}
