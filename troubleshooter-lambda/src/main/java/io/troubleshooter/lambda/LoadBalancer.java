package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** What an Application Load Balancer sends to a function; with lists of values where its target group says so. */
record LoadBalancer() implements EventFormat {

    @Override
    public boolean fits(JsonNode event) {
        return event.at("/requestContext/elb").isObject();
    }

    @Override
    public Call read(JsonNode event) {
        List<Header> headers = EventFormat.pairs(event.path("multiValueHeaders"), event.path("headers"));
        return new Call(
                EventFormat.text(event, "/httpMethod"),
                Urls.path(EventFormat.text(event, "/path")),
                query(event),
                headers,
                EventFormat.body(event),
                sender(Header.first(headers, "X-Forwarded-For")));
    }

    /** Values come as they stood in the URL. */
    private static String query(JsonNode event) {
        return Urls.query(
                EventFormat.pairs(event.path("multiValueQueryStringParameters"), event.path("queryStringParameters"))
                        .stream()
                        .map(each -> each.name() + "=" + each.value())
                        .collect(Collectors.joining("&")));
    }

    /** The last hop is the one that the balancer added; what stands before it, anybody may have written. */
    private static String sender(String forwarded) {
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    @Override
    public ObjectNode write(Reply reply, JsonNode event) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("statusCode", reply.status());
        answer.put("statusDescription", reply.status() + " " + (reply.status() < 400 ? "OK" : "Problem"));
        if (event.path("multiValueHeaders").isObject()) {
            EventFormat.writeMany(reply.headers(), answer);
        } else {
            ObjectNode headers = answer.putObject("headers");
            reply.headers().forEach(each -> headers.put(each.name(), each.value()));
        }
        reply.writeBody(answer);
        return answer;
    }
}
