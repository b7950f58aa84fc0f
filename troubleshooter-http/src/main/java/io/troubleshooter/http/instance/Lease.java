package io.troubleshooter.http.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that one holder has for some time, and longer if it says so in time. Its document outlives it, so that its
 * versions go on: whoever was away for too long can never write over who came after. Thread-safe.
 */
final class Lease {

    /** By then nobody remembers having held it. */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private static final String KEY = "lease";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Clock clock;
    private final String holder;
    private final Duration life;
    private Document mine;
    private boolean lost;

    private Lease(Documents documents, Clock clock, String holder, Duration life, Document mine) {
        this.documents = documents;
        this.clock = clock;
        this.holder = holder;
        this.life = life;
        this.mine = mine;
    }

    /**
     * Takes it, if nobody has it.
     *
     * @param collection of its document, which is the only one there
     * @param holder who takes it; whoever has it already gets it again
     */
    static Optional<Lease> take(Documents documents, Clock clock, String collection, String holder, Duration life) {
        Instant now = clock.instant();
        Document known = documents.find(collection, KEY).orElse(Document.of(collection, KEY, "{}"));
        return isFree(known, holder, now)
                ? documents
                        .put(content(known, holder, now, now.plus(life)))
                        .map(mine -> new Lease(documents, clock, holder, life, mine))
                : Optional.empty();
    }

    private static boolean isFree(Document document, String holder, Instant now) {
        try {
            JsonNode json = JSON.readTree(document.json());
            return json.path("until").asLong() <= now.toEpochMilli()
                    || json.path("holder").asText().equals(holder);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a lease is damaged");
        }
    }

    private static Document content(Document document, String holder, Instant now, Instant until) {
        String json = JSON.createObjectNode()
                .put("holder", holder)
                .put("until", until.toEpochMilli())
                .toString();
        return document.with(json).until(now.plus(REMEMBERED));
    }

    /** Whether it is still had: then from now on for its whole life again. */
    synchronized boolean renew() {
        return !lost && write(clock.instant().plus(life));
    }

    /** Leaves it to others; without effect where others have it already. */
    synchronized void release() {
        if (!lost) {
            write(Instant.EPOCH);
            lost = true;
        }
    }

    private boolean write(Instant until) {
        Optional<Document> written = documents.put(content(mine, holder, clock.instant(), until));
        written.ifPresent(document -> mine = document);
        lost = written.isEmpty();
        return !lost;
    }
}
