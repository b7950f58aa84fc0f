package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Version 2.0 of the payload: HTTP APIs of API Gateway, and function URLs. */
record PayloadTwo() implements EventFormat {

    @Override
    public boolean fits(JsonNode event) {
        return event.path("version").asText("").equals("2.0")
                && event.at("/requestContext/http").isObject();
    }

    @Override
    public Call read(JsonNode event) {
        List<Header> headers =
                new ArrayList<>(EventFormat.pairs(event.path("multiValueHeaders"), event.path("headers")));
        if (event.path("cookies").isArray() && !event.path("cookies").isEmpty()) {
            headers.removeIf(each -> each.is("cookie"));
            headers.add(new Header("cookie", cookies(event)));
        }
        return new Call(
                EventFormat.text(event, "/requestContext/http/method"),
                Urls.path(withoutStage(event)),
                Urls.query(EventFormat.text(event, "/rawQueryString")),
                headers,
                EventFormat.body(event),
                EventFormat.text(event, "/requestContext/http/sourceIp"));
    }

    private static String cookies(JsonNode event) {
        return String.join(
                "; ",
                StreamSupport.stream(event.path("cookies").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    /** A named stage stands before the path. */
    private static String withoutStage(JsonNode event) {
        String stage = EventFormat.text(event, "/requestContext/stage");
        return Urls.without("/" + stage, EventFormat.text(event, "/rawPath"));
    }

    @Override
    public ObjectNode write(Reply reply, JsonNode event) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("statusCode", reply.status());
        ObjectNode headers = answer.putObject("headers");
        for (Header each : reply.headers()) {
            if (each.is("Set-Cookie")) {
                answer.withArray("/cookies").add(each.value());
            } else {
                String before = headers.path(each.name()).asText("");
                headers.put(each.name(), before.isEmpty() ? each.value() : before + ", " + each.value());
            }
        }
        reply.writeBody(answer);
        return answer;
    }
}
