package io.troubleshooter.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Single values of a frame in JSON; strings, too, pass the redactor. */
final class FrameFields {

    private final Redactor redactor;

    FrameFields(Redactor redactor) {
        this.redactor = redactor;
    }

    RedactedText text(JsonNode node) {
        return redactor.redact(node.asText());
    }

    RedactedText text(JsonNode node, String name) {
        return text(node.path(name));
    }

    String string(JsonNode node) {
        return text(node).toString();
    }

    String string(JsonNode node, String name) {
        return string(node.path(name));
    }

    Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> counts.put(
                        redactor.redact(entry.getKey()).toString(),
                        entry.getValue().asLong()));
        return counts;
    }

    Exemplar exemplar(JsonNode node) {
        RedactedText text = text(node, "text");
        return new Exemplar(
                ref(node, "lines"),
                optionalInstant(node, "time"),
                level(node),
                text,
                span(node.path("highlight"), text));
    }

    /** Null also where redaction has changed the text, so that the span would be out of it. */
    private static @Nullable Span span(JsonNode node, RedactedText text) {
        int end = node.path(1).asInt(-1);
        return end < 0 || end > text.length() ? null : new Span(node.path(0).asInt(), end);
    }

    static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>(node.size());
        node.forEach(each -> all.add(element.apply(each)));
        return List.copyOf(all);
    }

    static Level level(JsonNode node) {
        return Level.valueOf(node.path("level").asText());
    }

    static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.path(name).asText());
    }

    static @Nullable Instant optionalInstant(JsonNode node, String name) {
        return node.has(name) ? instant(node, name) : null;
    }

    static LineRef ref(JsonNode node, String name) {
        return ref(node.path(name).asText());
    }

    /** Reads {@code S1:12} and {@code S1:12-14}. */
    static LineRef ref(String text) {
        int colon = text.lastIndexOf(':');
        int hyphen = text.indexOf('-', Math.max(0, colon));
        if (colon < 1) {
            throw new IllegalArgumentException("no reference to lines");
        }
        long first = Long.parseLong(hyphen < 0 ? text.substring(colon + 1) : text.substring(colon + 1, hyphen));
        long last = hyphen < 0 ? first : Long.parseLong(text.substring(hyphen + 1));
        return new LineRef(text.substring(0, colon), first, last);
    }
}
