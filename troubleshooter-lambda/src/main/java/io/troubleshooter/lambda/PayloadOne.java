package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Version 1.0 of the payload: REST APIs of API Gateway.
 *
 * @param basePath that a domain of one's own puts before the path; empty for none
 */
record PayloadOne(String basePath) implements EventFormat {

    @Override
    public boolean fits(JsonNode event) {
        return event.path("httpMethod").isTextual() && event.path("path").isTextual();
    }

    @Override
    public Call read(JsonNode event) {
        return new Call(
                EventFormat.text(event, "/httpMethod"),
                Urls.path(Urls.without(basePath, EventFormat.text(event, "/path"))),
                Urls.queryOf(EventFormat.pairs(
                        event.path("multiValueQueryStringParameters"), event.path("queryStringParameters"))),
                EventFormat.pairs(event.path("multiValueHeaders"), event.path("headers")),
                EventFormat.body(event),
                EventFormat.text(event, "/requestContext/identity/sourceIp"));
    }

    @Override
    public ObjectNode write(Reply reply, JsonNode event) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("statusCode", reply.status());
        EventFormat.writeMany(reply.headers(), answer);
        reply.writeBody(answer);
        return answer;
    }
}
