package io.troubleshooter.model;

import java.util.List;

/**
 * What a model replied.
 *
 * @param model that really answered, as the provider names it
 * @param latencyMs of the call, retries included
 */
public record ModelReply(List<ReplyPart> parts, Stop stop, TokenUsage usage, String model, long latencyMs) {

    /** Why the reply ended. */
    public enum Stop {
        END,
        TOOL_CALL,
        MAX_TOKENS,
        CONTEXT_EXCEEDED,
        /** A guardrail or content filter of the provider stepped in. */
        FILTERED,
        /** The model's output was malformed by the provider's own account. */
        MALFORMED,
        /** A reason that this version does not know. */
        UNKNOWN
    }

    public ModelReply {
        parts = List.copyOf(parts);
    }
}
