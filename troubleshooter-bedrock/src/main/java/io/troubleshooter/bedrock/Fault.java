package io.troubleshooter.bedrock;

import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TokenUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why an attempt failed, in words of our own: those of the service may quote the request. */
record Fault(
        Kind kind,
        Retry retry,
        String message,
        String advice,
        @Nullable Duration retryAfter) {

    enum Kind {
        UNAVAILABLE,
        MISCONFIGURED,
        REFUSED,
        TIMED_OUT,
        BROKEN
    }

    /** Whether the same request may be sent again. */
    enum Retry {
        NEVER,
        ONCE,
        /** Several times, with growing waits. */
        PATIENTLY
    }

    static Fault of(Kind kind, Retry retry, String message, String advice) {
        return new Fault(kind, retry, message, advice, null);
    }

    Fault after(@Nullable Duration wait) {
        return new Fault(kind, retry, message, advice, wait);
    }

    Fault citing(@Nullable String requestId) {
        if (requestId == null || !requestId.matches("[A-Za-z0-9-]{8,64}")) {
            return this;
        }
        return new Fault(kind, retry, message, advice + " The request's id at AWS is " + requestId + ".", retryAfter);
    }

    ModelException exception(TokenUsage used) {
        return switch (kind) {
            case UNAVAILABLE -> new ModelException.Unavailable(message, advice, retryAfter, used);
            case MISCONFIGURED -> new ModelException.Misconfigured(message, advice);
            case REFUSED -> new ModelException.Refused(message, advice);
            case TIMED_OUT -> new ModelException.TimedOut(message, advice, used);
            case BROKEN -> new ModelException.Broken(message, advice, used);
        };
    }

    /** Carries a fault up to where it is decided whether to try again. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;
        private final transient TokenUsage used;
        private final boolean shown;

        /** @param shown whether pieces of the reply have been handed on, which nobody can take back */
        Failed(Fault fault, TokenUsage used, boolean shown) {
            super(fault.message(), null, false, false);
            this.fault = fault;
            this.used = used;
            this.shown = shown;
        }

        Fault fault() {
            return fault;
        }

        TokenUsage used() {
            return used;
        }

        boolean shown() {
            return shown;
        }
    }
}
