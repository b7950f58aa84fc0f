package io.troubleshooter.contract;

import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.TokenUsage;
import java.util.List;

/** What a service that stands behind a provider does with one request. */
public record Scene(Kind kind, List<ReplyPart> parts, ModelReply.Stop stop, TokenUsage usage) {

    public enum Kind {
        REPLY,
        /** A reply that ended for a reason which nobody has heard of. */
        UNKNOWN_STOP,
        THROTTLED,
        SERVER_ERROR,
        /** The request is taken and nothing ever comes back. */
        HANG,
        /** The parts begin to arrive and then the connection breaks; only asked for with a sink. */
        CUT,
        BAD_CREDENTIALS,
        /** More input than the model takes. */
        TOO_LONG
    }

    public static final TokenUsage USAGE = new TokenUsage(120, 34, 0, 0, false);

    public static Scene of(Kind kind) {
        return new Scene(kind, List.of(), ModelReply.Stop.END, USAGE);
    }

    public static Scene text(String text) {
        return new Scene(Kind.REPLY, List.of(new ReplyPart.Text(text)), ModelReply.Stop.END, USAGE);
    }

    public static Scene call(String id, String tool, String arguments) {
        ReplyPart call = new ReplyPart.Call(id, tool, arguments);
        return new Scene(Kind.REPLY, List.of(call), ModelReply.Stop.TOOL_CALL, USAGE);
    }

    public Scene as(Kind other) {
        return new Scene(other, parts, stop, usage);
    }

    public Scene stopping(ModelReply.Stop reason) {
        return new Scene(kind, parts, reason, usage);
    }
}
