package io.troubleshooter.http.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.report.JsonReport;

/** The newest diagnosis as the contract has it, and where its citations stand. */
public final class DiagnosisView {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DiagnosisView() {}

    public static ObjectNode json(Snapshot snapshot) throws JsonProcessingException {
        String rendered = new JsonReport(false).render(snapshot.diagnosis());
        ObjectNode json = (ObjectNode) MAPPER.readTree(rendered);
        json.set("citedBy", new Cited(snapshot.diagnosis()).json());
        return json;
    }
}
