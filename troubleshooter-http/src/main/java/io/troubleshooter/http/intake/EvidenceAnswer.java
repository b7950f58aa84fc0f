package io.troubleshooter.http.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.SessionView;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.telemetry.Telemetry;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.talk.CaseFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is said when evidence has come: the new sources, the session, and what rules say of all of it. Thread-safe. */
public final class EvidenceAnswer {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SessionView sessions;
    private final DiagnosisListener told;

    private final Telemetry telemetry;

    public EvidenceAnswer(SessionView sessions, DiagnosisListener told, Telemetry telemetry) {
        this.sessions = sessions;
        this.told = told;
        this.telemetry = telemetry;
    }

    /**
     * Reads new evidence and tells of it.
     *
     * @param giver as of {@link io.troubleshooter.Conversation#add(Consumer)}
     */
    public ObjectNode read(Caller caller, Workspace workspace, Consumer<Consumer<LogSource>> giver) {
        RedactionSummary before = workspace.conversation().file().frame().redaction();
        List<String> added =
                telemetry.stage("reading", () -> workspace.conversation().add(giver));
        count(before, workspace.conversation().file().frame().redaction());
        return of(caller, workspace, added);
    }

    private void count(RedactionSummary before, RedactionSummary after) {
        Map<String, Long> more = new HashMap<>(after.byKind());
        before.byKind().forEach((kind, count) -> more.merge(kind, -count, Long::sum));
        more.values().removeIf(count -> count <= 0);
        telemetry.redacted(more);
    }

    private ObjectNode of(Caller caller, Workspace workspace, List<String> added) {
        CaseFile file = workspace.conversation().file();
        told.ready(workspace, file.offline());
        ObjectNode session = sessions.of(caller, workspace);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode sources = sources(file, session);
        for (JsonNode source : sources) {
            if (added.contains(source.path("id").asText())) {
                json.withArray("sources").add(source);
            }
        }
        json.set("session", session);
        json.set("diagnosis", diagnosis(file.offline()));
        return json;
    }

    /** All sources of a session. */
    public ObjectNode list(Caller caller, Workspace workspace) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("sources", sources(workspace.conversation().file(), sessions.of(caller, workspace)));
        return json;
    }

    /** As the session knows them, with what is to be said of how they were read. */
    private static ArrayNode sources(CaseFile file, ObjectNode session) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<SourceSummary> summaries = file.frame().sources();
        for (JsonNode known : session.path("sources")) {
            ObjectNode source = known.deepCopy();
            summaries.stream()
                    .filter(summary -> summary.id().equals(known.path("id").asText()))
                    .forEach(summary -> summary.notes().forEach(source.putArray("notes")::add));
            list.add(source);
        }
        return list;
    }

    private static JsonNode diagnosis(Diagnosis diagnosis) {
        try {
            return MAPPER.readTree(new JsonReport(false).render(diagnosis));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report is JSON"); // the parser's message would quote it
        }
    }
}
