package io.troubleshooter.http.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Small things said in a session, in the order in which they were said, at most {@link #MAX} of a kind. Thread-safe. */
final class Entries {

    static final int MAX = 1_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Documents documents;
    private final String kind;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param kind first part of the collections' names */
    Entries(Documents documents, String kind, Clock clock) {
        this.documents = documents;
        this.kind = kind;
        this.clock = clock;
    }

    /** Keeps an entry; returns it with its {@code id} and {@code time}. */
    ObjectNode add(String session, ObjectNode content) {
        if (documents.list(collection(session), "", MAX).size() >= MAX) {
            throw ProblemException.of(ProblemCode.SESSION_FULL);
        }
        String id = id();
        content.put("id", id).put("time", clock.instant().toString());
        Document entry = Document.of(collection(session), id, content.toString());
        if (documents.put(entry).isEmpty()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        return content;
    }

    /** Sorts by time; cannot be guessed. */
    private String id() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return String.format("%013d-%s", clock.millis(), HexFormat.of().formatHex(bytes));
    }

    Optional<ObjectNode> find(String session, String id) {
        return id.matches("[0-9a-f-]{1,64}")
                ? documents.find(collection(session), id).map(Entries::read)
                : Optional.empty();
    }

    /** @param after id of the one before the first; empty for the beginning */
    List<ObjectNode> list(String session, String after, int limit) {
        return documents.list(collection(session), after, limit).stream()
                .map(Entries::read)
                .toList();
    }

    void delete(String session, String id) {
        documents.delete(collection(session), id);
    }

    void forget(String session) {
        documents.deleteAll(collection(session));
    }

    private String collection(String session) {
        return kind + "/" + session;
    }

    private static ObjectNode read(Document document) {
        try {
            return (ObjectNode) MAPPER.readTree(document.json());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored entry is damaged");
        }
    }
}
