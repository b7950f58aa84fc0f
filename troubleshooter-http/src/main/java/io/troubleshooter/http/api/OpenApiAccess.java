package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.RouteTable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What follows for an operation from who may call it: security, and the problems that every such call may meet. */
final class OpenApiAccess {

    private static final String ACCESS = "x-access";
    private static final String PROBLEMS = "x-problems";

    private OpenApiAccess() {}

    static void complete(String path, OpenApiDocument.Operation operation) {
        ObjectNode json = operation.json();
        Access access = Access.valueOf(json.path(ACCESS).asText().toUpperCase(Locale.ROOT));
        if (!json.has("security")) {
            security(json.putArray("security"), path, access);
        }
        responses(json, problems(path, operation.method(), json, access));
        OpenApiHeaders.complete(operation.method(), access, json.path("responses"));
        json.remove(PROBLEMS);
    }

    private static void security(ArrayNode security, String path, Access access) {
        if (access == Access.SIGNED) {
            security.addObject().putArray("signature");
            security.addObject().putArray("key");
        }
        if (access.role() != null) {
            security.addObject().putArray("key");
            security.addObject().putArray("login");
        }
        if (access == Access.VIEWER && path.startsWith(RouteTable.SESSION)) {
            security.addObject().putArray("link");
        }
    }

    private static Set<ProblemCode> problems(String path, String method, ObjectNode json, Access access) {
        Set<ProblemCode> codes = EnumSet.of(
                ProblemCode.BAD_REQUEST,
                ProblemCode.HEADERS_TOO_LARGE,
                ProblemCode.INTERNAL,
                ProblemCode.RATE_LIMITED,
                ProblemCode.STOPPING);
        for (JsonNode code : json.path(PROBLEMS)) {
            codes.add(ProblemCode.valueOf(code.asText().toUpperCase(Locale.ROOT)));
        }
        if (access.role() != null) {
            codes.addAll(Set.of(
                    ProblemCode.KEY_REQUIRED,
                    ProblemCode.KEY_REFUSED,
                    ProblemCode.FORBIDDEN,
                    ProblemCode.TOO_MANY_ATTEMPTS,
                    ProblemCode.STORE_UNAVAILABLE));
        }
        if (access.role() != null && !method.equals("get")) {
            codes.add(ProblemCode.CSRF);
        }
        if (path.startsWith(RouteTable.SESSION)) {
            codes.add(ProblemCode.SESSION_NOT_FOUND);
        }
        if (path.replace(RouteTable.SESSION, "").contains("{")) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (json.has("parameters") || path.startsWith(RouteTable.SESSION)) {
            codes.add(ProblemCode.INVALID_VALUE);
        }
        if (json.has("requestBody")) {
            codes.addAll(Set.of(
                    ProblemCode.MALFORMED_BODY,
                    ProblemCode.TOO_SLOW,
                    ProblemCode.BODY_TOO_LARGE,
                    ProblemCode.UNSUPPORTED_TYPE,
                    ProblemCode.INVALID_VALUE));
        }
        if (method.equals("post") && access.role() != null) {
            codes.addAll(Set.of(ProblemCode.IN_PROGRESS, ProblemCode.KEY_REUSED));
        }
        return codes;
    }

    /** One response for each status, with the codes that it may have. */
    private static void responses(ObjectNode json, Set<ProblemCode> codes) {
        Map<String, Set<ProblemCode>> byStatus = new TreeMap<>();
        codes.forEach(code -> byStatus.computeIfAbsent(
                        Integer.toString(code.status()), none -> EnumSet.noneOf(ProblemCode.class))
                .add(code));
        ObjectNode responses = (ObjectNode) json.path("responses");
        byStatus.forEach((status, of) -> response(responses.putObject(status), of));
    }

    private static void response(ObjectNode json, Set<ProblemCode> codes) {
        json.put(
                "description",
                String.join("; ", codes.stream().map(ProblemCode::title).toList()));
        if (codes.stream().anyMatch(ProblemCode::retryable)) {
            json.putObject("headers").putObject("Retry-After").put("$ref", "#/components/headers/RetryAfter");
        }
        ArrayNode all = json.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .putArray("allOf");
        all.addObject().put("$ref", "#/components/schemas/Problem");
        ArrayNode known =
                all.addObject().putObject("properties").putObject("code").putArray("enum");
        codes.forEach(code -> known.add(code.code()));
    }
}
