package io.troubleshooter.http.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.config.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long sessions are kept after their last use: as an administrator of their project says, or as configured. */
public final class Retention {

    private static final String COLLECTION = "retention";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Duration otherwise;
    private final Clock clock;

    public Retention(Documents documents, Sessions settings, Clock clock) {
        this.documents = documents;
        this.otherwise = settings.retention();
        this.clock = clock;
    }

    public Duration of(String project) {
        return documents.find(COLLECTION, project).map(Retention::read).orElse(otherwise);
    }

    /**
     * Says how long those of a project are kept.
     *
     * @param days 1 or more
     */
    public void set(String project, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days must be 1 or more, was " + days);
        }
        String json = JSON.createObjectNode().put("days", days).toString();
        Optional<Document> stored;
        do {
            Document known = documents.find(COLLECTION, project).orElse(Document.of(COLLECTION, project, json));
            stored = documents.put(known.with(json));
        } while (stored.isEmpty());
    }

    private static Duration read(Document document) {
        try {
            return Duration.ofDays(JSON.readTree(document.json()).path("days").asInt());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the retention of a project is damaged");
        }
    }

    /** The shortest of all projects. */
    Duration shortest() {
        Duration shortest = otherwise;
        String after = "";
        for (Document each : documents.list(COLLECTION, after, 1_000)) {
            Duration own = read(each);
            shortest = own.compareTo(shortest) < 0 ? own : shortest;
        }
        return shortest;
    }

    Instant end(SessionCard card) {
        return card.updated().plus(of(card.project()));
    }

    boolean isOver(SessionCard card) {
        return !clock.instant().isBefore(end(card));
    }
}
