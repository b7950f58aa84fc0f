package io.troubleshooter.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply, or a fault, to be played back by {@link ReplayProvider}, which describes the file format.
 *
 * @param stage plays only for requests whose metadata has this {@code stage}; null for any
 * @param forcedTool plays only for requests that force this tool; null for any
 * @param times how often it plays in a conversation before the next one does; {@link #ENDLESS} for ever
 * @param usage null to have it estimated
 * @param delay before the first piece
 * @param fault null if the reply comes in good order
 */
public record RecordedReply(
        @Nullable String stage,
        @Nullable String forcedTool,
        int times,
        List<ReplyPart> parts,
        ModelReply.Stop stop,
        @Nullable TokenUsage usage,
        Duration delay,
        @Nullable Fault fault) {

    public static final int ENDLESS = Integer.MAX_VALUE;

    public RecordedReply {
        parts = List.copyOf(parts);
    }

    /** A reply to whatever is asked next. */
    public static RecordedReply of(List<ReplyPart> parts) {
        return new RecordedReply(null, null, 1, parts, defaultStop(parts), null, Duration.ZERO, null);
    }

    /** A fault in place of a reply. */
    public static RecordedReply failing(Fault.Kind kind) {
        Fault fault = new Fault(kind, false, 0, null);
        return new RecordedReply(null, null, 1, List.of(), ModelReply.Stop.END, null, Duration.ZERO, fault);
    }

    static ModelReply.Stop defaultStop(List<ReplyPart> parts) {
        for (ReplyPart part : parts) {
            if (part instanceof ReplyPart.Call) {
                return ModelReply.Stop.TOOL_CALL;
            }
        }
        return ModelReply.Stop.END;
    }

    boolean fits(ModelRequest request) {
        return (stage == null || stage.equals(request.metadata().get(ReplayProvider.STAGE)))
                && (forcedTool == null || forcedTool.equals(request.forcedTool()));
    }

    /**
     * What goes wrong.
     *
     * @param retried whether the provider tries again by itself: the next fitting reply follows in the same call
     * @param after characters of the parts that still arrive when it is {@link Kind#CUT}
     * @param retryAfter what the provider says of when to come back; null for nothing
     */
    public record Fault(
            Kind kind, boolean retried, int after, @Nullable Duration retryAfter) {

        /** Kinds of faults, and the exception in which each ends. */
        public enum Kind {
            /** Too many requests: {@link ModelException.Unavailable}. */
            THROTTLED,
            /** A fault of the server: {@link ModelException.Unavailable}. */
            DOWN,
            /** Nothing ever comes: {@link ModelException.TimedOut} when the time is over. */
            HANG,
            /** Said to have timed out at once: {@link ModelException.TimedOut}. */
            TIMEOUT,
            /** Breaks off in mid-stream: {@link ModelException.Broken}. */
            CUT,
            /** Makes no sense: {@link ModelException.Broken}. */
            BROKEN,
            /** {@link ModelException.Misconfigured}. */
            MISCONFIGURED,
            /** {@link ModelException.Refused}. */
            REFUSED
        }
    }
}
