package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Notices that are not delivered yet, kept over a restart; after an hour they are no news any more. Thread-safe. */
final class PendingNotices {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final String COLLECTION = "notice/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Clock clock;

    PendingNotices(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @param id of the notice, in order of time */
    record Pending(Outlet outlet, String id, byte[] body) {}

    Pending keep(Outlet outlet, byte[] body) {
        String id = String.format("%015d/%s", clock.millis(), Secrets.id());
        String json = JSON.createObjectNode()
                .put("body", new String(body, StandardCharsets.UTF_8))
                .toString();
        documents.put(
                Document.of(collection(outlet), id, json).until(clock.instant().plus(KEPT)));
        return new Pending(outlet, id, body);
    }

    void forget(Pending pending) {
        documents.delete(collection(pending.outlet), pending.id);
    }

    List<Pending> of(Outlet outlet, int limit) {
        return documents.list(collection(outlet), "", limit).stream()
                .map(each -> new Pending(outlet, each.key(), body(each)))
                .toList();
    }

    /** By where it leads, as settings change their order; an address may be a secret. */
    private static String collection(Outlet outlet) {
        return COLLECTION + outlet.project() + "/" + Secrets.hash("notice", outlet.address() + " " + outlet.format());
    }

    private static byte[] body(Document document) {
        try {
            return JSON.readTree(document.json()).path("body").asText().getBytes(StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException("a notice is damaged", damaged);
        }
    }
}
