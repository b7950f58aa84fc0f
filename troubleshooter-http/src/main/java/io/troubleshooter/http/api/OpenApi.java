package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of the API: as OpenAPI, and its problems one by one. Thread-safe. */
public final class OpenApi {

    private static final String JSON = "application/json";

    private volatile @Nullable String document;

    public List<Route> routes() {
        return List.of(
                Route.get("/openapi.json", "openApi", Access.OPEN, this::document),
                Route.get("/problems", "problems", Access.OPEN, OpenApi::problems));
    }

    private void document(Exchange exchange) {
        String known = document;
        if (known == null) {
            known = OpenApiDocument.read().toString();
            document = known;
        }
        exchange.answer(JSON, known);
    }

    /** A page for whoever follows the type of a problem in a browser; JSON for everybody else. */
    private static void problems(Exchange exchange) {
        String accept = exchange.context().header("Accept");
        if (accept != null && accept.contains("text/html")) {
            exchange.answer("text/html; charset=utf-8", ProblemsPage.html());
        } else {
            exchange.answer(json());
        }
    }

    private static ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode problems = json.putArray("problems");
        for (ProblemCode code : ProblemCode.values()) {
            problems.addObject()
                    .put("code", code.code())
                    .put("status", code.status())
                    .put("title", code.title())
                    .put("advice", code.advice())
                    .put("retryable", code.retryable());
        }
        return json;
    }
}
