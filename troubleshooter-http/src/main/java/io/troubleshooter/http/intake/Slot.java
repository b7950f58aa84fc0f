package io.troubleshooter.http.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.intake.DirectUploads.Parcel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that is kept for one upload.
 *
 * @param by who asked for it
 * @param name redacted
 * @param size bytes as they will be sent
 * @param sha256 of those bytes, 64 hexadecimal digits; null where none was given
 * @param used whether somebody has begun to send
 * @param parcel where it may come past this service; null where it may not
 */
record Slot(
        String session,
        Caller by,
        String name,
        long size,
        @Nullable String sha256,
        boolean used,
        @Nullable Parcel parcel) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    Slot begun() {
        return new Slot(session, by, name, size, sha256, true, parcel);
    }

    String write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("project", by.project())
                .put("user", by.user())
                .put("role", by.role().name());
        json.put("means", by.means().name()).put("credential", by.credential());
        json.put("name", name).put("size", size).put("sha256", sha256).put("used", used);
        if (parcel != null) {
            json.put("parcel", parcel.reference())
                    .put("parcelExpires", parcel.expires().toEpochMilli());
        }
        return json.toString();
    }

    static Slot read(String session, String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            Caller by = new Caller(
                    json.path("project").asText(),
                    json.path("user").asText(),
                    Role.valueOf(json.path("role").asText()),
                    Caller.Means.valueOf(json.path("means").asText()),
                    json.path("credential").asText());
            return new Slot(
                    session,
                    by,
                    json.path("name").asText(),
                    json.path("size").asLong(),
                    json.path("sha256").textValue(),
                    json.path("used").asBoolean(),
                    parcel(json));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a slot is damaged"); // the parser's message quotes it
        }
    }

    private static @Nullable Parcel parcel(JsonNode json) {
        if (!json.has("parcel")) {
            return null;
        }
        return new Parcel(
                json.path("parcel").asText(),
                json.path("size").asLong(),
                json.path("sha256").asText(),
                Instant.ofEpochMilli(json.path("parcelExpires").asLong()));
    }
}
