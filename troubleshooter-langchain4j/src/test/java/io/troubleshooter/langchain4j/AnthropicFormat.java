package io.troubleshooter.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.ReplyPart;
import java.util.ArrayList;
import java.util.List;

/** Messages, after the published API. */
final class AnthropicFormat implements WireFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String whole(Scene scene) {
        ObjectNode message = message(scene);
        for (ReplyPart part : scene.parts()) {
            ObjectNode block = message.withArrayProperty("content").addObject();
            if (part instanceof ReplyPart.Text text) {
                block.put("type", "text").put("text", text.text());
            } else if (part instanceof ReplyPart.Call call) {
                block.put("type", "tool_use").put("id", call.id()).put("name", call.name());
                block.set("input", tree(call.arguments()));
            }
        }
        message.put("stop_reason", reason(scene));
        return message.toString();
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode message(Scene scene) {
        ObjectNode message = JSON.createObjectNode()
                .put("id", "msg_1")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "test-model");
        message.putArray("content");
        message.putObject("usage")
                .put("input_tokens", scene.usage().input())
                .put("output_tokens", scene.usage().output());
        return message;
    }

    @Override
    public List<String> events(Scene scene) {
        List<String> events = new ArrayList<>();
        ObjectNode start = JSON.createObjectNode().put("type", "message_start");
        start.set("message", message(scene));
        events.add(event(start));
        for (int i = 0; i < scene.parts().size(); i++) {
            block(scene.parts().get(i), i, events);
        }
        ObjectNode delta = JSON.createObjectNode().put("type", "message_delta");
        delta.putObject("delta").put("stop_reason", reason(scene));
        delta.putObject("usage").put("output_tokens", scene.usage().output());
        events.add(event(delta));
        events.add(event(JSON.createObjectNode().put("type", "message_stop")));
        return events;
    }

    private static void block(ReplyPart part, int index, List<String> events) {
        ObjectNode start =
                JSON.createObjectNode().put("type", "content_block_start").put("index", index);
        ObjectNode block = start.putObject("content_block");
        if (part instanceof ReplyPart.Call call) {
            block.put("type", "tool_use")
                    .put("id", call.id())
                    .put("name", call.name())
                    .putObject("input");
        } else {
            block.put("type", "text").put("text", "");
        }
        events.add(event(start));
        String all = part instanceof ReplyPart.Call call ? call.arguments() : ((ReplyPart.Text) part).text();
        for (String piece : WireFormat.pieces(all)) {
            ObjectNode delta =
                    JSON.createObjectNode().put("type", "content_block_delta").put("index", index);
            if (part instanceof ReplyPart.Call) {
                delta.putObject("delta").put("type", "input_json_delta").put("partial_json", piece);
            } else {
                delta.putObject("delta").put("type", "text_delta").put("text", piece);
            }
            events.add(event(delta));
        }
        events.add(
                event(JSON.createObjectNode().put("type", "content_block_stop").put("index", index)));
    }

    private static String event(ObjectNode node) {
        return "event: " + node.path("type").asText() + "\ndata: " + node + "\n\n";
    }

    private static String reason(Scene scene) {
        if (scene.kind() == Scene.Kind.UNKNOWN_STOP) {
            return "tired";
        }
        return switch (scene.stop()) {
            case MAX_TOKENS -> "max_tokens";
            case TOOL_CALL -> "tool_use";
            default -> "end_turn";
        };
    }

    @Override
    public String error(Scene.Kind kind) {
        ObjectNode error = JSON.createObjectNode().put("type", "error");
        error.putObject("error").put("type", "invalid_request_error").put("message", "no: violet-hippopotamus");
        return error.toString();
    }
}
