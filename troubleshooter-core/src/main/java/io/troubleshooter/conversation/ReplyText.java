package io.troubleshooter.conversation;

import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ReplyPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a reply what was asked for. */
final class ReplyText {

    private static final int MAX_CALLS = 8;

    private ReplyText() {}

    /** The arguments of the call of {@code tool}; words that look like a JSON object serve as well; null for neither. */
    static @Nullable String arguments(ModelReply reply, String tool) {
        for (ReplyPart part : reply.parts()) {
            if (part instanceof ReplyPart.Call call && call.name().equals(tool)) {
                return call.arguments();
            }
        }
        for (ReplyPart part : reply.parts()) {
            if (part instanceof ReplyPart.Text text
                    && text.text().contains("{")
                    && calls(reply, tool).isEmpty()) {
                return text.text();
            }
        }
        return null;
    }

    /** Calls of other tools than {@code tool}: the first few. */
    static List<ReplyPart.Call> calls(ModelReply reply, String tool) {
        List<ReplyPart.Call> calls = new ArrayList<>();
        for (ReplyPart part : reply.parts()) {
            if (part instanceof ReplyPart.Call call && !call.name().equals(tool) && calls.size() < MAX_CALLS) {
                calls.add(call);
            }
        }
        return calls;
    }

    /** What the provider wants back unchanged. */
    static List<Part> opaque(ModelReply reply, String provider) {
        List<Part> parts = new ArrayList<>();
        for (ReplyPart part : reply.parts()) {
            if (part instanceof ReplyPart.Opaque opaque) {
                parts.add(new Part.Opaque(provider, opaque.value()));
            }
        }
        return parts;
    }
}
