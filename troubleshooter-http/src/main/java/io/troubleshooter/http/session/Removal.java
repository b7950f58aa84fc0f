package io.troubleshooter.http.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes sessions with all that belongs to them. What is to be removed is noted first and removed once more later: so
 * nothing stays behind after a crash in the middle, nor of a request that was under way. Thread-safe.
 */
public final class Removal {

    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private static final String COLLECTION = "session-removed";
    private static final Duration ONCE_MORE = Duration.ofMinutes(10);
    private static final int PAGE = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final SessionStore store;
    private final Cards cards;
    private final SessionLinks links;
    private final OpenSessions open;
    private final Supplier<List<SessionCleaner>> cleaners;
    private final Clock clock;

    public Removal(
            Documents documents,
            SessionStore store,
            Cards cards,
            SessionLinks links,
            OpenSessions open,
            Supplier<List<SessionCleaner>> cleaners,
            Clock clock) {
        this.documents = documents;
        this.store = store;
        this.cards = cards;
        this.links = links;
        this.open = open;
        this.cleaners = cleaners;
        this.clock = clock;
    }

    void remove(SessionCard card) {
        remove(card.project(), card.account(), card.id());
        card.links().forEach(link -> links.revoke(link.hash()));
    }

    /** As {@link #remove(SessionCard)}, for a session of which there may be no card. */
    void remove(String project, String account, String id) {
        ObjectNode json = JSON.createObjectNode();
        json.put("project", project).put("account", account);
        json.put("time", clock.instant().toString());
        documents.put(Document.of(COLLECTION, id, json.toString()));
        clear(project, account, id);
    }

    private boolean clear(String project, String account, String id) {
        cards.remove(project, account, id);
        open.drop(id);
        store.delete(account, id);
        boolean all = true;
        for (SessionCleaner cleaner : cleaners.get()) {
            all &= cleaned(cleaner, id);
        }
        return all;
    }

    /** What fails is tried again when the session is cleared once more. */
    private static boolean cleaned(SessionCleaner cleaner, String id) {
        try {
            cleaner.forget(id);
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("session {} is not removed yet: {}", id, failed.getClass().getName());
            return false;
        }
    }

    /** Clears once more what was removed some time ago. */
    void finish() {
        Instant due = clock.instant().minus(ONCE_MORE);
        for (Document removed : documents.list(COLLECTION, "", PAGE)) {
            JsonNode json = read(removed);
            if (Instant.parse(json.path("time").asText()).isBefore(due)
                    && clear(json.path("project").asText(), json.path("account").asText(), removed.key())) {
                documents.delete(COLLECTION, removed.key());
            }
        }
    }

    private static JsonNode read(Document document) {
        try {
            return JSON.readTree(document.json());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a note of a removal is damaged");
        }
    }
}
