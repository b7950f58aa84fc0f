package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the forms in which requests come to a function. */
sealed interface EventFormat permits PayloadTwo, PayloadOne, LoadBalancer {

    /** Whether the event is of this form. */
    boolean fits(JsonNode event);

    /** @throws IllegalArgumentException if it is damaged */
    Call read(JsonNode event);

    /** @param event that is answered: some forms depend on it */
    ObjectNode write(Reply reply, JsonNode event);

    /** @param basePath that a domain puts before the path of a REST API; empty for none */
    static Optional<EventFormat> of(JsonNode event, String basePath) {
        return Stream.<EventFormat>of(new PayloadTwo(), new LoadBalancer(), new PayloadOne(basePath))
                .filter(each -> each.fits(event))
                .findFirst();
    }

    /** The text of a field; empty if there is none. */
    static String text(JsonNode event, String pointer) {
        return event.at(pointer).asText("");
    }

    static byte[] body(JsonNode event) {
        String body = text(event, "/body");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** The pairs of an object of lists, or else of the object of single values beside it. */
    static List<Header> pairs(JsonNode many, JsonNode single) {
        List<Header> pairs = new ArrayList<>();
        if (many.isObject()) {
            many.properties()
                    .forEach(field ->
                            field.getValue().forEach(value -> pairs.add(new Header(field.getKey(), value.asText("")))));
        } else {
            single.properties()
                    .forEach(field -> pairs.add(
                            new Header(field.getKey(), field.getValue().asText(""))));
        }
        return pairs;
    }

    /** Headers as an object of lists. */
    static void writeMany(List<Header> headers, ObjectNode answer) {
        ObjectNode many = answer.putObject("multiValueHeaders");
        headers.forEach(
                each -> many.withArray("/" + each.name().replace("~", "~0").replace("/", "~1"))
                        .add(each.value()));
    }
}
