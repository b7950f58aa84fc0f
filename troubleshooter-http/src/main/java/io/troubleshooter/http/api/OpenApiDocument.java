package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.route.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code openapi.yaml} with what follows from it: security, problems, and the routes of the current session. */
public final class OpenApiDocument {

    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final String SCHEMAS = "/io/troubleshooter/schema/";

    private OpenApiDocument() {}

    /** The whole document. */
    public static ObjectNode read() {
        ObjectNode document = resource(OpenApiDocument.class.getResourceAsStream("openapi.yaml"));
        ObjectNode paths = (ObjectNode) document.path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            operations(path.getValue()).forEach(each -> OpenApiAccess.complete(path.getKey(), each));
        }
        OpenApiHeaders.completeShared(document.at("/components/responses"));
        twins(paths);
        schemas((ObjectNode) document.at("/components/schemas"));
        return document;
    }

    private static ObjectNode resource(InputStream given) {
        try (InputStream in = given) {
            return (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a description of the API is missing from the jar", unreadable);
        }
    }

    /** An operation and its method. */
    record Operation(String method, ObjectNode json) {}

    static List<Operation> operations(JsonNode path) {
        return METHODS.stream()
                .filter(path::has)
                .map(method -> new Operation(method, (ObjectNode) path.path(method)))
                .toList();
    }

    /** What is about one session can be called without it in the path. */
    private static void twins(ObjectNode paths) {
        Map<String, JsonNode> twins = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String current = current(path.getKey());
            if (current != null) {
                twins.put(current, twin((ObjectNode) path.getValue().deepCopy()));
            }
        }
        twins.forEach(paths::set);
    }

    /** Where a session's path is also found, null where it is of none. */
    private static @Nullable String current(String path) {
        if (path.equals(RouteTable.SESSION)) {
            return "/v1/session";
        }
        return path.startsWith(RouteTable.SESSION + "/") ? "/v1" + path.substring(RouteTable.SESSION.length()) : null;
    }

    private static ObjectNode twin(ObjectNode path) {
        for (JsonNode parameter : path.path("parameters")) {
            if (parameter.path("$ref").asText().endsWith("/Session")) {
                ((ObjectNode) parameter).put("$ref", "#/components/parameters/SessionHeader");
            }
        }
        for (Operation each : operations(path)) {
            ObjectNode json = each.json();
            json.put("operationId", json.path("operationId").asText() + "OfCurrentSession");
        }
        return path;
    }

    private static void schemas(ObjectNode schemas) {
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            String name = schema.getValue().path("x-resource").asText();
            if (!name.isEmpty()) {
                schema.setValue(ofCore(schema.getKey(), name));
            }
        }
        ObjectNode code = (ObjectNode) schemas.path("ProblemCode");
        for (ProblemCode each : ProblemCode.values()) {
            code.withArray("enum").add(each.code());
        }
    }

    /** A schema of core, whose references lead to where it stands now. */
    private static JsonNode ofCore(String name, String resource) {
        ObjectNode schema = resource(Troubleshooter.class.getResourceAsStream(SCHEMAS + resource + ".schema.json"));
        schema.remove("$schema");
        for (JsonNode holder : schema.findParents("$ref")) {
            String local = holder.path("$ref").asText().substring(1);
            ((ObjectNode) holder).put("$ref", "#/components/schemas/" + name + local);
        }
        return schema;
    }
}
