package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Secrets;
import io.troubleshooter.http.instance.Instances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Notices that are not delivered yet, kept over a restart; after an hour they are no news any more. Each is one
 * instance's to deliver, until that one is gone. Thread-safe.
 */
final class PendingNotices {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final String COLLECTION = "notice/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Instances instances;
    private final Clock clock;

    PendingNotices(Documents documents, Instances instances, Clock clock) {
        this.documents = documents;
        this.instances = instances;
        this.clock = clock;
    }

    /** @param id of the notice, in order of time */
    record Pending(Outlet outlet, String id, byte[] body) {}

    Pending keep(Outlet outlet, byte[] body) {
        String id = String.format("%015d/%s", clock.millis(), Secrets.id());
        Document document = Document.of(collection(outlet), id, mine(body));
        documents.put(document.until(clock.instant().plus(KEPT)));
        return new Pending(outlet, id, body);
    }

    private String mine(byte[] body) {
        return JSON.createObjectNode()
                .put("worker", instances.id())
                .put("body", new String(body, StandardCharsets.UTF_8))
                .toString();
    }

    void forget(Pending pending) {
        documents.delete(collection(pending.outlet), pending.id);
    }

    /** Takes those that an instance left which is gone. */
    List<Pending> take(Outlet outlet, int limit) {
        List<Pending> taken = new ArrayList<>();
        Set<String> present = instances.present();
        for (Document each : documents.list(collection(outlet), "", limit)) {
            JsonNode json = read(each);
            byte[] body = json.path("body").asText().getBytes(StandardCharsets.UTF_8);
            if (!present.contains(json.path("worker").asText())
                    && documents.put(each.with(mine(body))).isPresent()) {
                taken.add(new Pending(outlet, each.key(), body));
            }
        }
        return taken;
    }

    /** By where it leads, as settings change their order; an address may be a secret. */
    private static String collection(Outlet outlet) {
        return COLLECTION + outlet.project() + "/" + Secrets.hash("notice", outlet.address() + " " + outlet.format());
    }

    private static JsonNode read(Document document) {
        try {
            return JSON.readTree(document.json());
        } catch (IOException damaged) {
            throw new UncheckedIOException("a notice is damaged", damaged);
        }
    }
}
