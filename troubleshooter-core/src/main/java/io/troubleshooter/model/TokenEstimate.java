package io.troubleshooter.model;

import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tokens of a text, rather too many than too few: a third of its bytes, as logs have many numbers and marks, and 30 %
 * on top for newer tokenizers. Providers' own counts settle what was really used.
 */
public final class TokenEstimate {

    private static final int BYTES_PER_TOKEN_TENTHS = 23;

    /** Bytes for the frame that surrounds a part: role, type, ids. */
    private static final int PER_PART = 24;

    private TokenEstimate() {}

    public static long of(RedactedText text) {
        return ofBytes(text.length());
    }

    /** Of all that a request sends. */
    public static long of(ModelRequest request) {
        long bytes = bytes(request.system());
        for (Message message : request.messages()) {
            bytes += bytes(message.parts()) + PER_PART;
        }
        for (ToolSpec tool : request.tools()) {
            bytes += tool.name().length() + length(tool.description()) + length(tool.schema()) + PER_PART;
        }
        return ofBytes(bytes);
    }

    /** Of a reply. */
    public static long of(List<ReplyPart> parts) {
        long bytes = 0;
        for (ReplyPart part : parts) {
            if (part instanceof ReplyPart.Text text) {
                bytes += utf8(text.text());
            } else if (part instanceof ReplyPart.Call call) {
                bytes += call.name().length() + utf8(call.arguments()) + PER_PART;
            }
        }
        return ofBytes(bytes);
    }

    /** What a call took of which the provider did not say it. */
    public static TokenUsage usage(ModelRequest request, long output) {
        return new TokenUsage(of(request), output, 0, 0, true);
    }

    /** Of the parts of a message, in UTF-8 bytes. */
    private static long bytes(List<Part> parts) {
        long bytes = 0;
        for (Part part : parts) {
            if (part instanceof Words words) {
                bytes += length(words) + PER_PART;
            } else if (part instanceof Part.ToolCall call) {
                bytes += call.name().length() + call.arguments().length() + PER_PART;
            } else if (part instanceof Part.ToolResult result) {
                bytes += result.output().length() + PER_PART;
            } else if (part instanceof Part.Opaque opaque) {
                bytes += utf8(opaque.value().toString());
            }
        }
        return bytes;
    }

    private static long length(Words words) {
        return words instanceof Part.Evidence evidence ? evidence.text().length() : utf8(words.wording());
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Of text of that many UTF-8 bytes. */
    public static long ofBytes(long bytes) {
        return (bytes * 10 + BYTES_PER_TOKEN_TENTHS - 1) / BYTES_PER_TOKEN_TENTHS;
    }
}
