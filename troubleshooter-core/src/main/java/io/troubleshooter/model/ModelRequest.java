package io.troubleshooter.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model.
 *
 * @param model id of the model or inference profile, as its provider knows it
 * @param system instructions that stay the same over many requests, {@link Part.CachePoint} where a cache may end
 * @param tools that the model may call; the caller runs them
 * @param forcedTool name of the tool that the reply has to call: how structured output is asked for; providers choose
 *     forced tool, native JSON or plain instructions by {@link Capabilities}; null where the model is free
 * @param maxTokens that the reply may have, 1 or more
 * @param temperature 0 to 1, or negative for the model's own; left out for models without sampling
 * @param metadata labels for the provider's own records; never text of the user or of the log
 */
public record ModelRequest(
        String model,
        List<Part> system,
        List<Message> messages,
        List<ToolSpec> tools,
        @Nullable String forcedTool,
        int maxTokens,
        double temperature,
        Map<String, String> metadata) {

    public ModelRequest {
        system = List.copyOf(system);
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        metadata = Map.copyOf(metadata);
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be 1 or more, was " + maxTokens);
        }
    }
}
