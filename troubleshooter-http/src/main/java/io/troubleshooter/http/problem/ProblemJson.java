package io.troubleshooter.http.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A problem as {@code application/problem+json}. */
public final class ProblemJson {

    public static final String TYPE = "application/problem+json";

    private ProblemJson() {}

    /** @param instance path of the request */
    public static ObjectNode write(ProblemException problem, String instance, String requestId) {
        ProblemCode code = problem.code();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "/problems#" + code.code());
        json.put("title", code.title());
        json.put("status", code.status());
        json.put("detail", problem.detail());
        json.put("instance", instance);
        json.put("code", code.code());
        json.put("advice", code.advice());
        json.put("requestId", requestId);
        json.put("retryable", code.retryable());
        for (String pointer : problem.pointers()) {
            json.withArray("errors").addObject().put("pointer", pointer).put("detail", problem.detail());
        }
        return json;
    }
}
