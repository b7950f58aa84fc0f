package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.route.Access;
import java.util.Map;
import java.util.TreeMap;

/** Adds to the description of the API the headers that answers have whatever is asked. */
final class OpenApiHeaders {

    private static final String REPLAYED = "Idempotent-Replayed";

    private OpenApiHeaders() {}

    /** To responses that stand in one operation. */
    static void complete(String method, Access access, JsonNode responses) {
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (response.getValue() instanceof ObjectNode own && !own.has("$ref")) {
                boolean done = response.getKey().startsWith("2");
                add(own, done && method.equals("post") && access.role() != null);
            }
        }
    }

    /** To responses that several operations share; those that made something may be repeated. */
    static void completeShared(JsonNode responses) {
        for (JsonNode response : responses) {
            add((ObjectNode) response, response.at("/headers/Location").isObject());
        }
    }

    private static void add(ObjectNode response, boolean repeatable) {
        ObjectNode headers = response.withObject("headers");
        Map<String, String> all = new TreeMap<>(Map.of(
                "X-Request-Id", "RequestId",
                "traceresponse", "TraceResponse",
                "RateLimit-Policy", "RateLimitPolicy",
                "RateLimit", "RateLimit"));
        if (repeatable) {
            all.put(REPLAYED, "IdempotentReplayed");
        }
        all.forEach((name, component) -> {
            if (!headers.has(name)) {
                headers.putObject(name).put("$ref", "#/components/headers/" + component);
            }
        });
    }
}
