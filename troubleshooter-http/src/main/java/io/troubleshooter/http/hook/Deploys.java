package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Secrets;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.view.Marks;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Deployments that were reported. Those of the hour before a session began, and of the hour after, are marks in its
 * timeline; sessions that alerts begin have them as evidence instead. Thread-safe.
 */
public final class Deploys implements Marks {

    /** How near to the beginning of a session. */
    static final Duration NEAR = Duration.ofHours(1);

    private static final String COLLECTION = "deploy/";
    private static final int MAX = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Duration kept;
    private final Clock clock;

    /** @param kept as long as sessions are by default */
    public Deploys(Documents documents, Duration kept, Clock clock) {
        this.documents = documents;
        this.kept = kept.compareTo(NEAR) < 0 ? NEAR : kept;
        this.clock = clock;
    }

    void add(String project, DeployMessage deploy) {
        String redacted = RedactionSession.create().redact(deploy.line()).toString();
        String json = JSON.createObjectNode()
                .put("time", deploy.time().toString())
                .put("line", redacted)
                .toString();
        Instant now = clock.instant();
        documents.put(Document.of(COLLECTION + project, key(now) + "/" + Secrets.id(), json)
                .until(now.plus(kept)));
    }

    /** Of the last hour, a line for each, in order of time; empty for none. */
    String lines(String project) {
        return around(project, clock.instant()).stream()
                .map(mark -> mark.text() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public List<Mark> of(Workspace workspace) {
        boolean asEvidence = workspace.account().equals(workspace.project() + "/" + AlertSessions.USER);
        return asEvidence ? List.of() : around(workspace.project(), workspace.began());
    }

    private List<Mark> around(String project, Instant time) {
        String last = key(time.plus(NEAR));
        return documents.list(COLLECTION + project, key(time.minus(NEAR)), MAX).stream()
                .filter(each -> each.key().compareTo(last) < 0)
                .map(Deploys::mark)
                .sorted(Comparator.comparing(Mark::time))
                .toList();
    }

    /** When it was reported, so that keys are in the order of time. */
    private static String key(Instant reported) {
        return String.format("%015d", Math.max(0, reported.toEpochMilli()));
    }

    private static Mark mark(Document document) {
        try {
            JsonNode json = JSON.readTree(document.json());
            Instant time = Instant.parse(json.path("time").asText());
            return new Mark(time, "deploy", json.path("line").asText());
        } catch (IOException damaged) {
            throw new UncheckedIOException("a deployment is damaged", damaged);
        }
    }
}
