package io.troubleshooter.model;

/**
 * What a model takes. What is not known of a model is assumed to be missing.
 *
 * @param nativeJson output by a JSON Schema
 * @param strictTools tool arguments guaranteed to fit their schema
 * @param forcedTool the call of a given tool can be demanded
 * @param tools can call tools at all
 * @param sampling accepts a temperature
 * @param cacheMinTokens least length of a prefix that is cached; 0 where there is no cache
 * @param context tokens of request and reply together
 * @param maxOutput tokens of a reply
 */
public record Capabilities(
        boolean nativeJson,
        boolean strictTools,
        boolean forcedTool,
        boolean tools,
        boolean sampling,
        Thinking thinking,
        int cacheMinTokens,
        int context,
        int maxOutput) {

    /** Whether a model thinks before it answers. */
    public enum Thinking {
        NONE,
        BUDGET,
        ADAPTIVE,
        ALWAYS
    }
}
