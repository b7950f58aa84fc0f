package io.troubleshooter.http.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Links;
import io.troubleshooter.http.session.SessionCard.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Read-only links. Of a token only its SHA-256 is stored: 256 random bits cannot be tried out, so that a slow hash would
 * add nothing. Thread-safe.
 */
public final class SessionLinks implements Links {

    private static final String COLLECTION = "link";
    private static final String PREFIX = "tstl_";
    private static final int TOKEN_LENGTH = PREFIX.length() + 43;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Documents documents;
    private final Cards cards;

    public SessionLinks(Documents documents, Cards cards) {
        this.documents = documents;
        this.cards = cards;
    }

    /** A link as it is told once. */
    public record Made(Link link, String token) {}

    Made make(SessionCard card, Instant created, Instant expires) {
        String token = PREFIX + random(32, Base64.getUrlEncoder().withoutPadding()::encodeToString);
        Link link = new Link(random(8, HexFormat.of()::formatHex), hash(token), created, expires);
        ObjectNode json = JSON.createObjectNode();
        json.put("project", card.project()).put("session", card.id()).put("link", link.id());
        documents.put(Document.of(COLLECTION, link.hash(), json.toString()).until(expires));
        return new Made(link, token);
    }

    private interface Spelling {
        String of(byte[] bytes);
    }

    private static String random(int bytes, Spelling spelling) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return spelling.of(random);
    }

    void revoke(String hash) {
        documents.delete(COLLECTION, hash);
    }

    @Override
    public Optional<Caller> find(String token) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        return documents.find(COLLECTION, hash(token)).flatMap(this::caller);
    }

    /** Only if the session still knows the link: it is the session that says who may see it. */
    private Optional<Caller> caller(Document document) {
        JsonNode json = read(document);
        String project = json.path("project").asText();
        String id = json.path("link").asText();
        return cards.find(project, json.path("session").asText())
                .filter(card -> card.links().stream().anyMatch(link -> link.id().equals(id)))
                .map(card -> Caller.ofLink(project, id, card.id()));
    }

    private static JsonNode read(Document document) {
        try {
            return JSON.readTree(document.json());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a link is damaged");
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
