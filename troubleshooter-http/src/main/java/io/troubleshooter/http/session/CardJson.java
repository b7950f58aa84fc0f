package io.troubleshooter.http.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.session.SessionCard.Digest;
import io.troubleshooter.http.session.SessionCard.Link;
import io.troubleshooter.http.session.SessionCard.Share;
import io.troubleshooter.http.session.SessionCard.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cards as they are stored. */
final class CardJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CardJson() {}

    static String write(SessionCard card) {
        ObjectNode json = JSON.createObjectNode();
        json.put("user", card.user()).put("title", card.title()).put("origin", card.origin());
        json.put("created", card.created().toString());
        json.put("updated", card.updated().toString());
        Role role = card.share().role();
        json.put("role", role == null ? null : role.name().toLowerCase(Locale.ROOT));
        json.put("contribute", card.share().contribute());
        for (Link link : card.links()) {
            ObjectNode each = json.withArray("links").addObject();
            each.put("id", link.id()).put("hash", link.hash());
            each.put("created", link.created().toString());
            each.put("expires", link.expires().toString());
        }
        json.set("digest", write(card.digest()));
        return json.toString();
    }

    private static ObjectNode write(Digest digest) {
        ObjectNode json = JSON.createObjectNode();
        json.put("verdict", digest.verdict()).put("summary", digest.summary());
        json.put("redacted", digest.redacted()).put("questions", digest.questions());
        digest.sources().forEach(source -> json.withArray("sources").add(write(source)));
        return json;
    }

    static ObjectNode write(Source source) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", source.id()).put("name", source.name());
        json.put("lines", source.lines()).put("missing", source.missing());
        source.formats().forEach(json.putArray("formats")::add);
        json.put("added", source.added().toString());
        return json;
    }

    static SessionCard read(String project, String id, String text) {
        JsonNode json = tree(text);
        return new SessionCard(
                id,
                project,
                json.path("user").asText(),
                json.path("title").asText(),
                time(json, "created"),
                time(json, "updated"),
                json.path("origin").asText(),
                new Share(role(json.path("role")), json.path("contribute").asBoolean()),
                links(json.path("links")),
                digest(json.path("digest")));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a card is damaged"); // the parser's message quotes it
        }
    }

    private static List<Link> links(JsonNode json) {
        List<Link> links = new ArrayList<>();
        for (JsonNode each : json) {
            links.add(new Link(
                    each.path("id").asText(),
                    each.path("hash").asText(),
                    time(each, "created"),
                    time(each, "expires")));
        }
        return List.copyOf(links);
    }

    private static Digest digest(JsonNode json) {
        List<Source> sources = new ArrayList<>();
        for (JsonNode each : json.path("sources")) {
            List<String> formats = new ArrayList<>();
            each.path("formats").forEach(format -> formats.add(format.asText()));
            sources.add(new Source(
                    each.path("id").asText(),
                    each.path("name").asText(),
                    each.path("lines").asLong(),
                    each.path("missing").asLong(),
                    List.copyOf(formats),
                    time(each, "added")));
        }
        return new Digest(
                List.copyOf(sources),
                text(json.path("verdict")),
                text(json.path("summary")),
                json.path("redacted").asLong(),
                json.path("questions").asInt());
    }

    private static @Nullable Role role(JsonNode json) {
        String name = text(json);
        return name == null ? null : Role.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(JsonNode json) {
        return json.isTextual() ? json.textValue() : null;
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.parse(json.path(name).asText());
    }
}
