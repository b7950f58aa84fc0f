package io.troubleshooter.http.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a request that may be repeated.
 *
 * @param head hash of all but its body
 * @param body what its handler read; null while it is in work
 * @param worker the instance that has it in work
 * @param answer null where it is in work, held a secret or was too large to keep
 */
record Kept(
        String head,
        BodyDigest.@Nullable Read body,
        int status,
        @Nullable String location,
        @Nullable String type,
        @Nullable String answer,
        boolean secret,
        String worker) {

    /** Larger answers are told by their status and {@code Location} alone. */
    private static final int MAX_ANSWER = 64 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Kept pending(String head, String worker) {
        return new Kept(head, null, 0, null, null, null, false, worker);
    }

    static Kept of(String head, BodyDigest.Read body, Context context, boolean secret) throws IOException {
        String answer = secret ? null : answer(context.resultInputStream());
        String location = context.res().getHeader("Location");
        return new Kept(
                head, body, context.statusCode(), location, context.res().getContentType(), answer, secret, "");
    }

    /** What can be read twice, if it is small. */
    private static @Nullable String answer(@Nullable InputStream result) throws IOException {
        if (!(result instanceof ByteArrayInputStream bytes) || bytes.available() > MAX_ANSWER) {
            return null;
        }
        byte[] read = bytes.readAllBytes();
        bytes.reset();
        return new String(read, StandardCharsets.UTF_8);
    }

    void give(Context context) {
        context.header("Idempotent-Replayed", "true");
        context.status(status);
        if (location != null) {
            context.header("Location", location);
        }
        if (answer != null) {
            context.result(answer.getBytes(StandardCharsets.UTF_8));
        }
        if (type != null) {
            context.contentType(type);
        }
    }

    String write() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("head", head).put("status", status).put("secret", secret).put("worker", worker);
        json.put("location", location).put("type", type).put("answer", answer);
        if (body != null) {
            json.putObject("body")
                    .put("count", body.count())
                    .put("hash", body.hash())
                    .put("ended", body.ended());
        }
        return json.toString();
    }

    static Kept read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return new Kept(
                    json.path("head").asText(),
                    body(json.path("body")),
                    json.path("status").asInt(),
                    json.path("location").textValue(),
                    json.path("type").textValue(),
                    json.path("answer").textValue(),
                    json.path("secret").asBoolean(),
                    json.path("worker").asText());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored document is no JSON"); // without its text
        }
    }

    private static BodyDigest.@Nullable Read body(JsonNode json) {
        return json.isObject()
                ? new BodyDigest.Read(
                        json.path("count").asLong(),
                        json.path("hash").asText(),
                        json.path("ended").asBoolean())
                : null;
    }
}
