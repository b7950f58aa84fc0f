package io.troubleshooter.langchain4j;

import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.model.Words;

/** What a call may have used when the service did not say. */
final class Estimates {

    private Estimates() {}

    static TokenUsage of(ModelRequest request, int charactersSeen) {
        long bytes = 0;
        for (Part part : request.system()) {
            bytes += bytes(part);
        }
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                bytes += bytes(part);
            }
        }
        for (ToolSpec tool : request.tools()) {
            bytes += length(tool.description()) + length(tool.schema());
        }
        long output = charactersSeen == 0 ? 0 : TokenEstimate.ofBytes(charactersSeen);
        return new TokenUsage(TokenEstimate.ofBytes(bytes), output, 0, 0, true);
    }

    private static long bytes(Part part) {
        if (part instanceof Words words) {
            return length(words);
        }
        if (part instanceof Part.ToolCall call) {
            return call.arguments().length();
        }
        return part instanceof Part.ToolResult result ? result.output().length() : 0;
    }

    private static long length(Words words) {
        return words.wording().length();
    }
}
