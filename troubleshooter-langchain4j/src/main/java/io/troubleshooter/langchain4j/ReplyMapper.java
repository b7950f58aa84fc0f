package io.troubleshooter.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response of LangChain4j as a reply. */
final class ReplyMapper {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MILLION = 1_000_000;

    private ReplyMapper() {}

    static ModelReply map(ChatResponse response, ModelRequest request, long begun) {
        List<ReplyPart> parts = parts(response.aiMessage());
        String model = response.modelName();
        return new ModelReply(
                parts,
                stop(response.finishReason(), parts),
                usage(response.tokenUsage(), request, parts),
                model == null || model.isBlank() ? request.model() : model,
                (System.nanoTime() - begun) / MILLION);
    }

    private static List<ReplyPart> parts(AiMessage message) {
        List<ReplyPart> parts = new ArrayList<>();
        String text = message.text();
        if (text != null && !text.isEmpty()) {
            parts.add(new ReplyPart.Text(text));
        }
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            String id = call.id();
            String arguments = call.arguments();
            parts.add(new ReplyPart.Call(
                    id == null ? "call-" + parts.size() : id,
                    call.name(),
                    arguments == null ? "{}" : compact(arguments)));
        }
        return parts;
    }

    /** LangChain4j writes some services' arguments anew, over several lines; what is no JSON stays as it is. */
    private static String compact(String arguments) {
        try {
            return JSON.readTree(arguments).toString();
        } catch (JsonProcessingException e) {
            return arguments;
        }
    }

    private static Stop stop(@Nullable FinishReason reason, List<ReplyPart> parts) {
        if (reason == null) {
            return Stop.UNKNOWN;
        }
        return switch (reason) {
            case STOP -> parts.stream().anyMatch(ReplyPart.Call.class::isInstance) ? Stop.TOOL_CALL : Stop.END;
            case TOOL_EXECUTION -> Stop.TOOL_CALL;
            case LENGTH -> Stop.MAX_TOKENS;
            case CONTENT_FILTER -> Stop.FILTERED;
            case OTHER -> Stop.UNKNOWN;
        };
    }

    private static TokenUsage usage(
            dev.langchain4j.model.output.@Nullable TokenUsage usage, ModelRequest request, List<ReplyPart> parts) {
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return Estimates.of(request, parts.toString().length());
        }
        long read = 0;
        long written = 0;
        long input = usage.inputTokenCount();
        if (usage instanceof AnthropicTokenUsage anthropic) {
            read = orZero(anthropic.cacheReadInputTokens());
            written = orZero(anthropic.cacheCreationInputTokens());
        } else if (usage instanceof OpenAiTokenUsage openAi && openAi.inputTokensDetails() != null) {
            read = orZero(openAi.inputTokensDetails().cachedTokens());
            input -= read;
        }
        return new TokenUsage(input, usage.outputTokenCount(), read, written, false);
    }

    private static long orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
