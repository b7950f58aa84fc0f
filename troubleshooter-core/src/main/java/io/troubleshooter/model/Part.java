package io.troubleshooter.model;

import io.troubleshooter.prompt.Instruction;
import io.troubleshooter.redact.RedactedText;

/** What a message to a model is made of. No part can hold text that has not been redacted. */
public sealed interface Part {

    /** Our own words. */
    record Instructions(Instruction text) implements Part, Words {
        @Override
        public String wording() {
            return text.toString();
        }
    }

    /** Data: redacted evidence, a redacted question. */
    record Evidence(RedactedText text) implements Part, Words {
        @Override
        public String wording() {
            return text.toString();
        }
    }

    /**
     * A call that the model made in an earlier message.
     *
     * @param arguments a JSON object, redacted again
     */
    record ToolCall(String id, String name, RedactedText arguments) implements Part {}

    /** What such a call gave. */
    record ToolResult(String callId, RedactedText output, boolean failed) implements Part {}

    /** Something of a provider's own that it wants back unchanged, such as signed reasoning. */
    record Opaque(String provider, Object value) implements Part {}

    /** Everything up to here is the same in the next request: providers that can, cache it. */
    enum CachePoint implements Part {
        HERE
    }
}
