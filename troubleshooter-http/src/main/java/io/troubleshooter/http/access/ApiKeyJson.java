package io.troubleshooter.http.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keys as they are stored. */
final class ApiKeyJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ApiKeyJson() {}

    static String write(ApiKey key) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", key.id()).put("project", key.project()).put("user", key.user());
        json.put("role", key.role().word()).put("name", key.name()).put("hash", key.hash());
        json.put("created", key.created().toString());
        put(json, "expires", key.expires());
        put(json, "lastUsed", key.lastUsed());
        return json.toString();
    }

    static ApiKey read(String text) {
        JsonNode json = tree(text);
        return new ApiKey(
                json.path("id").asText(),
                json.path("project").asText(),
                json.path("user").asText(),
                Role.named(json.path("role").asText()).orElseThrow(),
                json.path("name").asText(),
                Instant.parse(json.path("created").asText()),
                time(json.get("expires")),
                time(json.get("lastUsed")),
                json.path("hash").asText());
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored document is no JSON"); // without its text
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Instant time) {
        if (time != null) {
            json.put(name, time.toString());
        }
    }

    private static @Nullable Instant time(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : Instant.parse(node.asText());
    }
}
