package io.troubleshooter.bedrock;

import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDelta;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;

/** Makes a reply of the events of a stream, and hands its pieces on. Ignores kinds of events and blocks it does not know. */
final class Assembler implements ConverseStreamResponseHandler.Visitor {

    /** Far more than any model may write; a stream that goes on and on is given up. */
    private static final long MOST_CHARS = 8_000_000;

    private final ModelRequest request;
    private final ReplySink sink;
    private final Map<Integer, StreamedBlock> blocks = new TreeMap<>();
    private software.amazon.awssdk.services.bedrockruntime.model.@Nullable TokenUsage usage;
    private @Nullable String stop;
    private boolean begun;
    private boolean shown;
    private long chars;

    Assembler(ModelRequest request, ReplySink sink) {
        this.request = request;
        this.sink = sink;
    }

    /** Whether pieces have been handed on. */
    boolean shown() {
        return shown;
    }

    /** Whether all has come that makes a reply, except perhaps the count of its tokens. */
    boolean complete() {
        return stop != null;
    }

    boolean tooLong() {
        return chars > MOST_CHARS;
    }

    @Override
    public void visitMessageStart(MessageStartEvent event) {
        begun = true;
    }

    @Override
    public void visitContentBlockStart(ContentBlockStartEvent event) {
        begun = true;
        if (event.start() != null && event.start().toolUse() != null) {
            block(event.contentBlockIndex())
                    .callOf(
                            Replies.orEmpty(event.start().toolUse().toolUseId()),
                            Replies.orEmpty(event.start().toolUse().name()));
        }
    }

    @Override
    public void visitContentBlockDelta(ContentBlockDeltaEvent event) {
        begun = true;
        ContentBlockDelta delta = event.delta();
        if (delta == null) {
            return;
        }
        StreamedBlock block = block(event.contentBlockIndex());
        if (delta.text() != null) {
            text(block, delta.text());
        } else if (delta.toolUse() != null && delta.toolUse().input() != null) {
            arguments(block, delta.toolUse().input());
        } else if (delta.reasoningContent() != null) {
            chars += Replies.orEmpty(delta.reasoningContent().text()).length();
            block.reasoning(delta.reasoningContent());
        }
    }

    private void text(StreamedBlock block, String piece) {
        block.text(piece);
        chars += piece.length();
        shown |= !piece.isEmpty();
        sink.text(piece);
    }

    private void arguments(StreamedBlock block, String fragment) {
        block.arguments(fragment);
        chars += fragment.length();
        shown |= !fragment.isEmpty();
        sink.arguments(block.tool(), fragment);
    }

    private StreamedBlock block(@Nullable Integer index) {
        return blocks.computeIfAbsent(index == null ? 0 : index, i -> new StreamedBlock());
    }

    @Override
    public void visitMessageStop(MessageStopEvent event) {
        stop = Replies.orEmpty(event.stopReasonAsString());
    }

    @Override
    public void visitMetadata(ConverseStreamMetadataEvent event) {
        usage = event.usage();
    }

    ModelReply reply(long latencyMs) {
        List<ReplyPart> parts = parts();
        return new ModelReply(
                parts, Replies.stop(stop), Replies.usage(usage, request, parts), request.model(), latencyMs);
    }

    /** What a stream took that has broken off: as said, else estimated; nothing if it never began. */
    TokenUsage used() {
        return begun ? Replies.usage(usage, request, parts()) : TokenUsage.NONE;
    }

    /** What a stream may have taken that was given up, whether or not it began. */
    TokenUsage usedAtMost() {
        return begun ? used() : TokenEstimate.usage(request, 0);
    }

    private List<ReplyPart> parts() {
        List<ReplyPart> parts = new ArrayList<>();
        for (StreamedBlock block : blocks.values()) {
            ReplyPart part = block.part();
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }
}
