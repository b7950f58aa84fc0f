package io.troubleshooter.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that gave no reply, by what the caller can do about it. Message and advice never quote the request, the reply
 * or credentials.
 */
public abstract sealed class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;
    private final transient TokenUsage used;

    private ModelException(String message, String advice, TokenUsage used) {
        super(message, null, false, true);
        this.advice = advice;
        this.used = used;
    }

    /** What to do, as a sentence for the user. */
    public String advice() {
        return advice;
    }

    /** What was used up all the same, estimated where the provider did not say. */
    public TokenUsage used() {
        return used == null ? TokenUsage.NONE : used;
    }

    /** The same failure of a call of several parts, of which others had used something too. */
    public ModelException plus(TokenUsage others) {
        String message = String.valueOf(getMessage());
        TokenUsage all = used().plus(others);
        if (this instanceof Unavailable down) {
            return new Unavailable(message, advice, down.retryAfter(), all);
        } else if (this instanceof TimedOut) {
            return new TimedOut(message, advice, all);
        } else if (this instanceof Broken) {
            return new Broken(message, advice, all);
        }
        return this instanceof Cancelled ? new Cancelled(all) : this;
    }

    /** Overloaded, throttled or down: worth trying later, or elsewhere. Retries have been made. */
    public static final class Unavailable extends ModelException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Duration retryAfter;

        public Unavailable(String message, String advice, @Nullable Duration retryAfter, TokenUsage used) {
            super(message, advice, used);
            this.retryAfter = retryAfter;
        }

        /** When it may be tried again; null where the provider did not say. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Credentials, access, region or model id are wrong: to be mended by whoever configured it. */
    public static final class Misconfigured extends ModelException {
        private static final long serialVersionUID = 1L;

        public Misconfigured(String message, String advice) {
            super(message, advice, TokenUsage.NONE);
        }
    }

    /** The model does not take this request: too long, a feature it lacks. A different request may pass. */
    public static final class Refused extends ModelException {
        private static final long serialVersionUID = 1L;

        public Refused(String message, String advice) {
            super(message, advice, TokenUsage.NONE);
        }
    }

    /** It took longer than allowed. */
    public static final class TimedOut extends ModelException {
        private static final long serialVersionUID = 1L;

        public TimedOut(String message, String advice, TokenUsage used) {
            super(message, advice, used);
        }
    }

    /** The caller stopped it. */
    public static final class Cancelled extends ModelException {
        private static final long serialVersionUID = 1L;

        public Cancelled(TokenUsage used) {
            super("The call was stopped.", "Ask again if the answer is still wanted.", used);
        }
    }

    /** The reply broke off or made no sense, also after what retries are allowed. */
    public static final class Broken extends ModelException {
        private static final long serialVersionUID = 1L;

        public Broken(String message, String advice, TokenUsage used) {
            super(message, advice, used);
        }
    }
}
