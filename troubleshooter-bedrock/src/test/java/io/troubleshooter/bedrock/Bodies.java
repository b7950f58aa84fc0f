package io.troubleshooter.bedrock;

import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.TokenUsage;
import java.util.List;

/** Replies of Converse, and both forms of a scripted reply. */
final class Bodies {

    private Bodies() {}

    static String usage(long input, long output, long cacheRead, long cacheWrite) {
        return "{\"inputTokens\":" + input + ",\"outputTokens\":" + output + ",\"totalTokens\":" + (input + output)
                + ",\"cacheReadInputTokens\":" + cacheRead + ",\"cacheWriteInputTokens\":" + cacheWrite + "}";
    }

    static String reply(String blocks, String stop, String usage) {
        return "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[" + blocks + "]}},\"stopReason\":\""
                + stop + "\",\"usage\":" + usage + ",\"metrics\":{\"latencyMs\":7}}";
    }

    static String reply(List<ReplyPart> parts, String stop, TokenUsage usage) {
        StringBuilder blocks = new StringBuilder();
        for (ReplyPart part : parts) {
            blocks.append(blocks.isEmpty() ? "" : ",").append(block(part));
        }
        return reply(blocks.toString(), stop, usage(usage.input(), usage.output(), 0, 0));
    }

    private static String block(ReplyPart part) {
        if (part instanceof ReplyPart.Call call) {
            return "{\"toolUse\":{\"toolUseId\":" + Events.quoted(call.id()) + ",\"name\":" + Events.quoted(call.name())
                    + ",\"input\":" + call.arguments() + "}}";
        }
        return "{\"text\":" + Events.quoted(((ReplyPart.Text) part).text()) + "}";
    }

    static Events events(List<ReplyPart> parts) {
        Events events = Events.begin();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof ReplyPart.Call call) {
                events.call(i, call.id(), call.name(), call.arguments(), 7);
            } else {
                events.text(i, ((ReplyPart.Text) parts.get(i)).text(), 11);
            }
        }
        return events;
    }

    static String stop(ModelReply.Stop stop) {
        return switch (stop) {
            case END -> "end_turn";
            case TOOL_CALL -> "tool_use";
            case MAX_TOKENS -> "max_tokens";
            case CONTEXT_EXCEEDED -> "model_context_window_exceeded";
            case FILTERED -> "guardrail_intervened";
            case MALFORMED -> "malformed_model_output";
            case UNKNOWN -> "moon_in_the_wrong_house";
        };
    }
}
