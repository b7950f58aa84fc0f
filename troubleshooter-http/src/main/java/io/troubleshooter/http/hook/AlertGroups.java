package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which session is that of a group of alerts, as long as they keep coming. */
final class AlertGroups {

    /** After the last alert; one that comes later is another incident. */
    private static final Duration KEPT = Duration.ofHours(12);

    private static final int MAX_MESSAGES = 100;
    private static final String COLLECTION = "alert-group/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Clock clock;

    AlertGroups(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * A group.
     *
     * @param messages added to the session
     * @param last hash of the last one; empty for none
     */
    record Group(String session, int messages, String last) {

        boolean isFull() {
            return messages >= MAX_MESSAGES;
        }
    }

    @Nullable
    Group find(String project, String group) {
        return documents
                .find(COLLECTION + project, key(group))
                .map(AlertGroups::read)
                .orElse(null);
    }

    /** Names of groups hold what alerts say, so that only their hashes are kept. */
    private static String key(String group) {
        return Secrets.hash("alert-group", group);
    }

    void keep(String project, String group, Group now) {
        String json = JSON.createObjectNode()
                .put("session", now.session)
                .put("messages", now.messages)
                .put("last", now.last)
                .toString();
        Document stored = documents
                .find(COLLECTION + project, key(group))
                .orElse(Document.of(COLLECTION + project, key(group), json));
        documents.put(stored.with(json).until(clock.instant().plus(KEPT)));
    }

    private static Group read(Document document) {
        try {
            JsonNode json = JSON.readTree(document.json());
            return new Group(
                    json.path("session").asText(),
                    json.path("messages").asInt(),
                    json.path("last").asText());
        } catch (IOException damaged) {
            throw new UncheckedIOException("a group of alerts is damaged", damaged);
        }
    }
}
