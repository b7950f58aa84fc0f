package io.troubleshooter.bedrock;

import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** Reads replies that come as a whole, and what streams have in common with them. */
final class Replies {

    private Replies() {}

    static ModelReply of(ConverseResponse response, ModelRequest request, long latencyMs) {
        List<ReplyPart> parts = new ArrayList<>();
        if (response.output() != null && response.output().message() != null) {
            for (ContentBlock block : response.output().message().content()) {
                ReplyPart part = part(block);
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        return new ModelReply(
                parts,
                stop(response.stopReasonAsString()),
                usage(response.usage(), request, parts),
                request.model(),
                latencyMs);
    }

    /** Null for a kind of block that this version does not know. */
    private static @Nullable ReplyPart part(ContentBlock block) {
        if (block.text() != null) {
            return new ReplyPart.Text(block.text());
        } else if (block.toolUse() != null) {
            ToolUseBlock use = block.toolUse();
            String arguments = use.input() == null ? "{}" : Json.text(use.input());
            return new ReplyPart.Call(orEmpty(use.toolUseId()), orEmpty(use.name()), arguments);
        }
        return block.reasoningContent() == null ? null : new ReplyPart.Opaque(block);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Stop stop(@Nullable String reason) {
        return switch (orEmpty(reason).toLowerCase(Locale.ROOT)) {
            case "end_turn", "stop_sequence" -> Stop.END;
            case "tool_use" -> Stop.TOOL_CALL;
            case "max_tokens" -> Stop.MAX_TOKENS;
            case "model_context_window_exceeded" -> Stop.CONTEXT_EXCEEDED;
            case "guardrail_intervened", "content_filtered" -> Stop.FILTERED;
            case "malformed_model_output", "malformed_tool_use" -> Stop.MALFORMED;
            default -> Stop.UNKNOWN;
        };
    }

    /** As the service says; estimated if it does not. */
    static TokenUsage usage(
            software.amazon.awssdk.services.bedrockruntime.model.@Nullable TokenUsage usage,
            ModelRequest request,
            List<ReplyPart> parts) {
        if (usage == null) {
            return TokenEstimate.usage(request, TokenEstimate.of(parts));
        }
        return new TokenUsage(
                orZero(usage.inputTokens()),
                orZero(usage.outputTokens()),
                orZero(usage.cacheReadInputTokens()),
                orZero(usage.cacheWriteInputTokens()),
                false);
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : Math.max(0, count);
    }

    /** The reply as a call of the tool whose schema its words had to fit. */
    static ModelReply asCall(ModelReply reply, String tool) {
        StringBuilder words = new StringBuilder();
        List<ReplyPart> parts = new ArrayList<>();
        for (ReplyPart part : reply.parts()) {
            if (part instanceof ReplyPart.Text text) {
                words.append(text.text());
            } else {
                parts.add(part);
            }
        }
        if (words.isEmpty()) {
            return reply;
        }
        parts.add(new ReplyPart.Call("json", tool, words.toString()));
        Stop stop = reply.stop() == Stop.END ? Stop.TOOL_CALL : reply.stop();
        return new ModelReply(parts, stop, reply.usage(), reply.model(), reply.latencyMs());
    }
}
