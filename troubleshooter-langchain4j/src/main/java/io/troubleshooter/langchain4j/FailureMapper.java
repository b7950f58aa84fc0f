package io.troubleshooter.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TokenUsage;
import java.io.IOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** What a failure means to the caller. Texts of the service are left out: they may quote the request. */
final class FailureMapper {

    private static final int MAX_DEPTH = 10;

    private FailureMapper() {}

    static ModelException map(@Nullable Throwable failure, TokenUsage used) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            ModelException mapped = known(cause, used);
            if (mapped != null) {
                return mapped;
            }
            cause = cause.getCause();
        }
        return broken(used);
    }

    private static @Nullable ModelException known(Throwable cause, TokenUsage used) {
        if (cause instanceof ModelException known) {
            return known;
        }
        if (cause instanceof AuthenticationException) {
            return credentials();
        }
        if (cause instanceof ModelNotFoundException || cause instanceof UnresolvedModelServerException) {
            return notThere();
        }
        if (cause instanceof dev.langchain4j.exception.TimeoutException) {
            return timedOut(used);
        }
        if (cause instanceof RetriableException || cause instanceof ConnectException) {
            return unavailable(used);
        }
        if (cause instanceof InvalidRequestException
                || cause instanceof UnsupportedFeatureException
                || cause instanceof ContentFilteredException) {
            return refused();
        }
        if (cause instanceof HttpException http) {
            return byStatus(http.statusCode(), used);
        }
        return cause instanceof IOException ? broken(used) : null;
    }

    private static ModelException byStatus(int status, TokenUsage used) {
        return switch (status) {
            case 401, 403 -> credentials();
            case 404 -> notThere();
            case 408, 429 -> unavailable(used);
            default -> status >= 500 ? unavailable(used) : refused();
        };
    }

    static ModelException timedOut(TokenUsage used) {
        return new ModelException.TimedOut(
                "The model did not reply in time.", "Allow more time, or ask for less.", used);
    }

    static ModelException broken(TokenUsage used) {
        return new ModelException.Broken(
                "The reply of the model broke off or was not understood.",
                "Ask again; if it stays so, see whether the endpoint speaks the API that is configured.",
                used);
    }

    private static ModelException unavailable(TokenUsage used) {
        return new ModelException.Unavailable(
                "The model service is overloaded or down.", "Try again later, or use another model.", null, used);
    }

    private static ModelException credentials() {
        return new ModelException.Misconfigured(
                "The model service does not accept the API key.",
                "Check the key in the environment, and that it may use this model.");
    }

    private static ModelException notThere() {
        return new ModelException.Misconfigured(
                "The model service has no such model, or the endpoint is wrong.",
                "Check the name of the model and the base URL, which usually ends in /v1.");
    }

    private static ModelException refused() {
        return new ModelException.Refused(
                "The model service refused the request: too long, or asking for what this model cannot do.",
                "Use a smaller budget of context tokens, or another model.");
    }
}
