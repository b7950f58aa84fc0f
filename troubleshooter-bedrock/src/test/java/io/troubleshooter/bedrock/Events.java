package io.troubleshooter.bedrock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Events of a stream as Bedrock encodes them. */
final class Events {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Events begin() {
        return new Events().event("messageStart", "{\"role\":\"assistant\"}");
    }

    Events event(String type, String json) {
        return message(Map.of(":message-type", "event", ":event-type", type), json);
    }

    /** An exception in mid-stream; its type begins with a small letter, as on the wire. */
    Events exception(String type, String message) {
        return message(
                Map.of(":message-type", "exception", ":exception-type", type), "{\"message\":" + quoted(message) + "}");
    }

    private Events message(Map<String, String> headers, String json) {
        Map<String, HeaderValue> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, HeaderValue.fromString(value)));
        values.put(":content-type", HeaderValue.fromString("application/json"));
        new Message(values, json.getBytes(StandardCharsets.UTF_8)).encode(out);
        return this;
    }

    /** A text block that comes in pieces of that many characters. */
    Events text(int index, String text, int size) {
        int at = 0;
        while (at < text.length()) {
            int next = text.offsetByCodePoints(at, Math.min(size, text.codePointCount(at, text.length())));
            delta(index, "{\"text\":" + quoted(text.substring(at, next)) + "}");
            at = next;
        }
        return stop(index);
    }

    /** A tool call whose arguments come in pieces. */
    Events call(int index, String id, String name, String arguments, int size) {
        event(
                "contentBlockStart",
                "{\"contentBlockIndex\":" + index + ",\"start\":{\"toolUse\":{\"toolUseId\":" + quoted(id)
                        + ",\"name\":" + quoted(name) + "}}}");
        for (int at = 0; at < arguments.length(); at += size) {
            String piece = arguments.substring(at, Math.min(arguments.length(), at + size));
            delta(index, "{\"toolUse\":{\"input\":" + quoted(piece) + "}}");
        }
        return stop(index);
    }

    Events delta(int index, String delta) {
        return event("contentBlockDelta", "{\"contentBlockIndex\":" + index + ",\"delta\":" + delta + "}");
    }

    Events stop(int index) {
        return event("contentBlockStop", "{\"contentBlockIndex\":" + index + "}");
    }

    Events end(String reason) {
        return event("messageStop", "{\"stopReason\":" + quoted(reason) + "}");
    }

    Events usage(long input, long output, long cacheRead, long cacheWrite) {
        return event(
                "metadata",
                "{\"usage\":" + Bodies.usage(input, output, cacheRead, cacheWrite) + ",\"metrics\":{\"latencyMs\":5}}");
    }

    Events raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static String quoted(String text) {
        return new ObjectMapper().getNodeFactory().textNode(text).toString();
    }
}
