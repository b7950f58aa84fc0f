package io.troubleshooter.model;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call that is answered from a recording. */
final class Playback {

    private final ModelRequest request;
    private final ReplySink sink;
    private final Deadline deadline;
    private final int fragment;
    private TokenUsage used = TokenUsage.NONE;
    private long shown;
    private long delayMs;

    Playback(ModelRequest request, ReplySink sink, Deadline deadline, int fragment) {
        this.request = request;
        this.sink = sink;
        this.deadline = deadline;
        this.fragment = fragment;
    }

    /** The reply; null if a fault was played that the provider retries. */
    @Nullable
    ModelReply play(RecordedReply reply) {
        deadline.pause(reply.delay(), used);
        delayMs += reply.delay().toMillis();
        RecordedReply.Fault fault = reply.fault();
        if (fault != null) {
            fail(fault, reply.parts());
            return null;
        }
        stream(reply.parts(), Long.MAX_VALUE);
        return new ModelReply(reply.parts(), reply.stop(), used.plus(usage(reply)), request.model(), delayMs);
    }

    private TokenUsage usage(RecordedReply reply) {
        TokenUsage known = reply.usage();
        return known == null ? TokenEstimate.usage(request, TokenEstimate.of(reply.parts())) : known;
    }

    private void fail(RecordedReply.Fault fault, List<ReplyPart> parts) {
        if (fault.kind() == RecordedReply.Fault.Kind.CUT) {
            long before = shown;
            stream(parts, fault.after());
            used = used.plus(TokenEstimate.usage(request, TokenEstimate.ofBytes(shown - before)));
        }
        if (!fault.retried()) {
            throw exception(fault);
        }
        if (shown > 0) {
            sink.restart();
            shown = 0;
        }
    }

    private ModelException exception(RecordedReply.Fault fault) {
        return switch (fault.kind()) {
            case THROTTLED ->
                new ModelException.Unavailable(
                        "The model is overloaded.", "Try again later.", fault.retryAfter(), used);
            case DOWN ->
                new ModelException.Unavailable(
                        "The model's service has a fault.", "Try again later.", fault.retryAfter(), used);
            case HANG -> hang();
            case TIMEOUT -> new ModelException.TimedOut("The model took too long.", "Ask for less.", used);
            case CUT -> new ModelException.Broken("The reply broke off.", "Try again.", used);
            case BROKEN -> new ModelException.Broken("The reply made no sense.", "Try again.", used);
            case MISCONFIGURED -> new ModelException.Misconfigured("No access to the model.", "Check the credentials.");
            case REFUSED -> new ModelException.Refused("The model does not take this request.", "Shorten it.");
        };
    }

    private ModelException hang() {
        used = used.plus(TokenEstimate.usage(request, 0));
        while (true) {
            deadline.pause(deadline.remaining(), used);
        }
    }

    private void stream(List<ReplyPart> parts, long most) {
        if (sink == ReplySink.NONE) {
            return;
        }
        long end = most == Long.MAX_VALUE ? most : shown + most;
        for (ReplyPart part : parts) {
            if (part instanceof ReplyPart.Text text) {
                pieces(text.text(), end, sink::text);
            } else if (part instanceof ReplyPart.Call call) {
                pieces(call.arguments(), end, piece -> sink.arguments(call.name(), piece));
            }
        }
    }

    private void pieces(String whole, long end, Consumer<String> to) {
        int at = 0;
        while (at < whole.length() && shown < end) {
            deadline.check(used.plus(TokenEstimate.usage(request, TokenEstimate.ofBytes(shown))));
            int next = (int) Math.min(whole.length(), at + Math.min(fragment, end - shown));
            if (next < whole.length() && Character.isLowSurrogate(whole.charAt(next))) {
                next++;
            }
            to.accept(whole.substring(at, next));
            shown += next - at;
            at = next;
        }
    }
}
