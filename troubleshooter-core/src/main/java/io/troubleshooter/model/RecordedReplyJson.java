package io.troubleshooter.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes recorded replies; the format is described at {@link ReplayProvider}. */
final class RecordedReplyJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String where;

    private RecordedReplyJson(String where) {
        this.where = where;
    }

    /** The replies of one file: {@code {"replies": [...]}}, an array, or one reply. */
    static List<RecordedReply> read(String json, String name) {
        return new RecordedReplyJson(name).replies(json);
    }

    private List<RecordedReply> replies(String json) {
        JsonNode root = parse(json);
        JsonNode list = root.has("replies") ? root.get("replies") : root;
        List<RecordedReply> replies = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(node -> replies.add(reply(node)));
        } else {
            replies.add(reply(list));
        }
        return replies;
    }

    private JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw wrong("is no JSON, line " + malformed.getLocation().getLineNr());
        }
    }

    private RecordedReply reply(JsonNode node) {
        if (!node.isObject() || !(node.has("parts") || node.has("fault"))) {
            throw wrong("has a reply with neither 'parts' nor 'fault'");
        }
        List<ReplyPart> parts = new ArrayList<>();
        node.path("parts").forEach(part -> parts.add(part(part)));
        return new RecordedReply(
                text(node, "stage"),
                text(node, "forcedTool"),
                node.path("endless").asBoolean()
                        ? RecordedReply.ENDLESS
                        : node.path("times").asInt(1),
                parts,
                stop(node, parts),
                usage(node.path("usage")),
                Duration.ofMillis(node.path("delayMs").asLong(0)),
                fault(node));
    }

    private ReplyPart part(JsonNode node) {
        if (node.has("text")) {
            return new ReplyPart.Text(node.get("text").asText());
        }
        if (node.has("opaque")) {
            return new ReplyPart.Opaque(node.get("opaque").toString());
        }
        JsonNode call = node.path("call");
        JsonNode arguments = call.path("arguments");
        if (!call.has("name") || arguments.isMissingNode()) {
            throw wrong("has a part that is none of text, opaque, call with name and arguments");
        }
        String raw = arguments.isTextual() ? arguments.asText() : arguments.toString();
        return new ReplyPart.Call(call.path("id").asText("c1"), call.get("name").asText(), raw);
    }

    private ModelReply.Stop stop(JsonNode node, List<ReplyPart> parts) {
        String stop = text(node, "stop");
        return stop == null ? RecordedReply.defaultStop(parts) : oneOf(ModelReply.Stop.class, stop);
    }

    private static @Nullable TokenUsage usage(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        return new TokenUsage(
                node.path("input").asLong(),
                node.path("output").asLong(),
                node.path("cacheRead").asLong(),
                node.path("cacheWrite").asLong(),
                node.path("estimated").asBoolean());
    }

    private RecordedReply.@Nullable Fault fault(JsonNode node) {
        String kind = text(node, "fault");
        if (kind == null) {
            return null;
        }
        JsonNode retryAfter = node.path("retryAfterMs");
        return new RecordedReply.Fault(
                oneOf(RecordedReply.Fault.Kind.class, kind),
                node.path("retried").asBoolean(),
                node.path("after").asInt(),
                retryAfter.isNumber() ? Duration.ofMillis(retryAfter.asLong()) : null);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw wrong("has an unknown " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                "The recording " + where + " " + what + ".",
                "The documentation of ReplayProvider describes the format.");
    }

    static String write(RecordedReply reply) {
        ObjectNode node = JSON.createObjectNode();
        put(node, "stage", reply.stage());
        put(node, "forcedTool", reply.forcedTool());
        writeParts(reply.parts(), node.putArray("parts"));
        node.put("stop", lower(reply.stop()));
        TokenUsage usage = reply.usage();
        if (usage != null) {
            writeUsage(usage, node.putObject("usage"));
        }
        RecordedReply.Fault fault = reply.fault();
        if (fault != null) {
            writeFault(fault, node);
        }
        return node.toPrettyString() + "\n";
    }

    private static void writeParts(List<ReplyPart> parts, ArrayNode to) {
        for (ReplyPart part : parts) {
            if (part instanceof ReplyPart.Text text) {
                to.addObject().put("text", text.text());
            } else if (part instanceof ReplyPart.Call call) {
                ObjectNode node = to.addObject().putObject("call");
                node.put("id", call.id()).put("name", call.name()).put("arguments", call.arguments());
            }
        }
    }

    private static void writeUsage(TokenUsage usage, ObjectNode to) {
        to.put("input", usage.input()).put("output", usage.output());
        to.put("cacheRead", usage.cacheRead()).put("cacheWrite", usage.cacheWrite());
        to.put("estimated", usage.estimated());
    }

    private static void writeFault(RecordedReply.Fault fault, ObjectNode to) {
        to.put("fault", lower(fault.kind()));
        Duration retryAfter = fault.retryAfter();
        if (retryAfter != null) {
            to.put("retryAfterMs", retryAfter.toMillis());
        }
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
