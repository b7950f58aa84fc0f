package io.troubleshooter.langchain4j;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.ReplyPart;
import java.util.ArrayList;
import java.util.List;

/** Chat completions, after the published API. */
final class OpenAiFormat implements WireFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String whole(Scene scene) {
        ObjectNode reply = base("chat.completion");
        ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        for (ReplyPart part : scene.parts()) {
            if (part instanceof ReplyPart.Text text) {
                message.put("content", text.text());
            } else if (part instanceof ReplyPart.Call call) {
                ObjectNode made = message.withArrayProperty("tool_calls").addObject();
                made.put("id", call.id()).put("type", "function");
                made.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            }
        }
        choice.put("finish_reason", reason(scene));
        usage(reply, scene);
        return reply.toString();
    }

    @Override
    public List<String> events(Scene scene) {
        List<String> events = new ArrayList<>();
        for (ReplyPart part : scene.parts()) {
            if (part instanceof ReplyPart.Text text) {
                WireFormat.pieces(text.text()).forEach(piece -> events.add(delta(d -> d.put("content", piece))));
            } else if (part instanceof ReplyPart.Call call) {
                events.add(delta(d -> call(d.putArray("tool_calls"), call.id(), call.name(), "")));
                WireFormat.pieces(call.arguments())
                        .forEach(piece -> events.add(delta(d -> call(d.putArray("tool_calls"), null, null, piece))));
            }
        }
        ObjectNode end = base("chat.completion.chunk");
        ObjectNode choice = end.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta");
        choice.put("finish_reason", reason(scene));
        events.add(data(end));
        ObjectNode usage = base("chat.completion.chunk");
        usage.putArray("choices");
        usage(usage, scene);
        events.add(data(usage));
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static void call(ArrayNode calls, String id, String name, String arguments) {
        ObjectNode call = calls.addObject().put("index", 0).put("type", "function");
        if (id != null) {
            call.put("id", id);
        }
        ObjectNode function = call.putObject("function").put("arguments", arguments);
        if (name != null) {
            function.put("name", name);
        }
    }

    private static String delta(java.util.function.Consumer<ObjectNode> fill) {
        ObjectNode chunk = base("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        fill.accept(choice.putObject("delta"));
        return data(chunk);
    }

    private static ObjectNode base(String object) {
        return JSON.createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", object)
                .put("created", 1)
                .put("model", "test-model");
    }

    private static void usage(ObjectNode reply, Scene scene) {
        reply.putObject("usage")
                .put("prompt_tokens", scene.usage().input())
                .put("completion_tokens", scene.usage().output())
                .put("total_tokens", scene.usage().input() + scene.usage().output());
    }

    private static String data(ObjectNode node) {
        return "data: " + node + "\n\n";
    }

    private static String reason(Scene scene) {
        if (scene.kind() == Scene.Kind.UNKNOWN_STOP) {
            return "tired";
        }
        return switch (scene.stop()) {
            case MAX_TOKENS -> "length";
            case TOOL_CALL -> "tool_calls";
            default -> "stop";
        };
    }

    @Override
    public String error(Scene.Kind kind) {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("message", "no: violet-hippopotamus").put("type", "invalid_request_error");
        return error.toString();
    }
}
