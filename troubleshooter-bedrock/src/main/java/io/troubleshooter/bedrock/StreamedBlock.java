package io.troubleshooter.bedrock;

import io.troubleshooter.model.ReplyPart;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ReasoningContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ReasoningContentBlockDelta;

/** One block of a reply as it forms. */
final class StreamedBlock {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private @Nullable String toolId;
    private @Nullable String tool;
    private @Nullable String signature;
    private @Nullable SdkBytes redacted;

    void callOf(String id, String name) {
        toolId = id;
        tool = name;
    }

    /** Name of the tool that it calls; empty if it calls none. */
    String tool() {
        return tool == null ? "" : tool;
    }

    void text(String piece) {
        text.append(piece);
    }

    void arguments(String fragment) {
        arguments.append(fragment);
    }

    void reasoning(ReasoningContentBlockDelta delta) {
        if (delta.text() != null) {
            reasoning.append(delta.text());
        }
        if (delta.signature() != null) {
            signature = signature == null ? delta.signature() : signature + delta.signature();
        }
        if (delta.redactedContent() != null) {
            redacted = delta.redactedContent();
        }
    }

    /** Null if nothing came that this version knows. */
    @Nullable
    ReplyPart part() {
        if (tool != null && toolId != null) {
            return new ReplyPart.Call(toolId, tool, arguments.isEmpty() ? "{}" : arguments.toString());
        } else if (!reasoning.isEmpty() || signature != null || redacted != null) {
            return new ReplyPart.Opaque(ContentBlock.fromReasoningContent(thoughts()));
        }
        return text.isEmpty() ? null : new ReplyPart.Text(text.toString());
    }

    private ReasoningContentBlock thoughts() {
        if (redacted != null) {
            return ReasoningContentBlock.fromRedactedContent(redacted);
        }
        return ReasoningContentBlock.fromReasoningText(
                block -> block.text(reasoning.toString()).signature(signature));
    }
}
