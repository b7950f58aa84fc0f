package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Secrets;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The deployments of the last hour, for sessions that alerts begin. */
final class Deploys {

    static final Duration KEPT = Duration.ofHours(1);

    private static final String COLLECTION = "deploy/";
    private static final int MAX = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Clock clock;

    Deploys(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    void add(String project, DeployMessage deploy) {
        String redacted = RedactionSession.create().redact(deploy.line()).toString();
        String json = JSON.createObjectNode().put("line", redacted).toString();
        String key = deploy.time() + "/" + Secrets.id();
        documents.put(Document.of(COLLECTION + project, key, json)
                .until(clock.instant().plus(KEPT)));
    }

    /** A line for each, in order of time; empty for none. */
    String lines(String project) {
        List<Document> known = documents.list(COLLECTION + project, "", MAX);
        return known.stream().map(each -> line(each) + "\n").collect(Collectors.joining());
    }

    private static String line(Document document) {
        try {
            return JSON.readTree(document.json()).path("line").asText();
        } catch (IOException damaged) {
            throw new UncheckedIOException("a deployment is damaged", damaged);
        }
    }
}
