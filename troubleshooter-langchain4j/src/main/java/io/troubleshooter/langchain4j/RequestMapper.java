package io.troubleshooter.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import io.troubleshooter.model.Capabilities;
import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.model.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request as LangChain4j takes it. Cache points are left to the service; opaque parts are of other providers. */
final class RequestMapper {

    private RequestMapper() {}

    static ChatRequest map(ModelRequest request, Capabilities capabilities) {
        List<ToolSpecification> tools = tools(request);
        ChatRequest.Builder mapped = ChatRequest.builder()
                .messages(messages(request))
                .modelName(request.model())
                .maxOutputTokens(request.maxTokens());
        if (!tools.isEmpty()) {
            mapped.toolSpecifications(tools);
        }
        if (request.forcedTool() != null && capabilities.forcedTool()) {
            mapped.toolChoice(ToolChoice.REQUIRED);
        }
        if (request.temperature() >= 0 && capabilities.sampling()) {
            mapped.temperature(request.temperature());
        }
        return mapped.build();
    }

    /** LangChain4j can demand a call, but not of which tool: so only that one is offered. */
    private static List<ToolSpecification> tools(ModelRequest request) {
        List<ToolSpecification> tools = new ArrayList<>();
        for (ToolSpec tool : request.tools()) {
            if (request.forcedTool() == null || tool.name().equals(request.forcedTool())) {
                tools.add(ToolSpecification.builder()
                        .name(tool.name())
                        .description(tool.description().wording())
                        .parameters(SchemaMapper.object(tool.schema().wording()))
                        .build());
            }
        }
        return tools;
    }

    private static List<ChatMessage> messages(ModelRequest request) {
        List<ChatMessage> mapped = new ArrayList<>();
        if (!request.system().isEmpty()) {
            mapped.add(SystemMessage.from(words(request.system())));
        }
        Map<String, String> toolOfCall = new HashMap<>();
        for (Message message : request.messages()) {
            if (message.role() == Message.Role.ASSISTANT) {
                mapped.add(assistant(message.parts(), toolOfCall));
            } else {
                user(message.parts(), toolOfCall, mapped);
            }
        }
        return mapped;
    }

    private static AiMessage assistant(List<Part> parts, Map<String, String> toolOfCall) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.ToolCall call) {
                toolOfCall.put(call.id(), call.name());
                calls.add(ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(call.arguments().toString())
                        .build());
            }
        }
        String text = words(parts);
        AiMessage.Builder message = AiMessage.builder().toolExecutionRequests(calls);
        return text.isEmpty() ? message.build() : message.text(text).build();
    }

    /** Results of tools first: services want them right after the calls. */
    private static void user(List<Part> parts, Map<String, String> toolOfCall, List<ChatMessage> mapped) {
        for (Part part : parts) {
            if (part instanceof Part.ToolResult result) {
                mapped.add(ToolExecutionResultMessage.builder()
                        .id(result.callId())
                        .toolName(toolOfCall.getOrDefault(result.callId(), "tool"))
                        .text(result.output().toString())
                        .isError(result.failed())
                        .build());
            }
        }
        String text = words(parts);
        if (!text.isEmpty()) {
            mapped.add(UserMessage.from(text));
        }
    }

    private static String words(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Words words) {
                text.append(text.isEmpty() ? "" : "\n\n").append(words.wording());
            }
        }
        return text.toString();
    }
}
