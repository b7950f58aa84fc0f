package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** StartLiveTail: a stream of events in the encoding of AWS, until the test ends the session. */
final class TailAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Update END = new Update(new StoredLogs.Event("", "", "", 0, ""), false);

    private final BlockingQueue<Update> updates = new LinkedBlockingQueue<>();

    private record Update(StoredLogs.Event event, boolean sampled) {}

    void arrive(StoredLogs.Event event, boolean sampled) {
        updates.add(new Update(event, sampled));
    }

    void end() {
        updates.add(END);
    }

    void answer(JsonNode request, OutputStream out) throws IOException {
        send(out, "initial-response", JSON.createObjectNode());
        ObjectNode start = JSON.createObjectNode().put("requestId", "r").put("sessionId", "s");
        start.set("logGroupIdentifiers", request.path("logGroupIdentifiers"));
        send(out, "sessionStart", start);
        try {
            Update next = updates.poll(20, TimeUnit.SECONDS);
            while (next != null && !next.equals(END)) {
                send(out, "sessionUpdate", update(next));
                next = updates.poll(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode update(Update update) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("sessionMetadata").put("sampled", update.sampled());
        ArrayNode results = body.putArray("sessionResults");
        results.addObject()
                .put("logStreamName", update.event().stream())
                .put("logGroupIdentifier", "123456789012:" + update.event().group())
                .put("message", update.event().message())
                .put("timestamp", update.event().time())
                .put("ingestionTime", update.event().time());
        return body;
    }

    private static void send(OutputStream out, String type, ObjectNode body) throws IOException {
        Map<String, HeaderValue> headers = Map.of(
                ":message-type", HeaderValue.fromString("event"),
                ":event-type", HeaderValue.fromString(type),
                ":content-type", HeaderValue.fromString("application/x-amz-json-1.1"));
        new Message(headers, body.toString().getBytes(StandardCharsets.UTF_8)).encode(out);
        out.flush();
    }
}
