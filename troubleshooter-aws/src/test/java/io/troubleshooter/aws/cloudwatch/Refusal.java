package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as the service answers it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body;

    private Refusal(int status, ObjectNode body) {
        super(body.path("__type").asText(), null, false, false);
        this.status = status;
        this.body = body;
    }

    static Refusal of(String type) {
        int status = type.equals("ServiceUnavailableException") ? 503 : 400;
        String message = type.equals("ThrottlingException") ? "Rate exceeded" : "secret-of-the-service";
        return new Refusal(
                status,
                new ObjectMapper().createObjectNode().put("__type", type).put("message", message));
    }

    static Refusal malformed(int at) {
        Refusal refusal = of("MalformedQueryException");
        ObjectNode error = refusal.body.putObject("queryCompileError").put("message", "unexpected symbol");
        error.putObject("location").put("startCharOffset", at).put("endCharOffset", at + 1);
        return refusal;
    }

    int status() {
        return status;
    }

    String body() {
        return body.toString();
    }
}
