package io.troubleshooter.bedrock;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Tells faults apart: by the service's codes, which in a stream begin with a small letter, and by status. */
final class Faults {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Advice advice;

    Faults(Advice advice) {
        this.advice = advice;
    }

    Fault of(Throwable thrown) {
        Throwable failure = unwrapped(thrown);
        if (failure instanceof AwsServiceException service) {
            return service(service).after(retryAfter(service)).citing(service.requestId());
        }
        return client(failure);
    }

    /** The stream came to its end before the reply did. */
    Fault incomplete() {
        return advice.brokenStream();
    }

    /** The reply is longer than any model's. */
    Fault endless() {
        return advice.endless();
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable failure = thrown;
        while ((failure instanceof CompletionException || failure instanceof ExecutionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    private Fault service(AwsServiceException e) {
        String text = text(e);
        return switch (code(e)) {
            case "throttling", "throttled", "toomanyrequests", "requestlimitexceeded" -> throttled(text);
            case "modelnotready" -> advice.notReady();
            case "internalserver", "internalfailure", "internalservererror", "serviceunavailable" -> advice.down();
            case "modeltimeout" -> advice.modelTimeout();
            case "modelerror" -> advice.modelError();
            case "modelstreamerror" -> advice.streamError();
            case "servicequotaexceeded" -> advice.quota();
            case "validation" -> invalid(text);
            case "accessdenied" -> denied(text);
            case "resourcenotfound" -> missing(text);
            case "ftuformnotfilled" -> advice.form();
            case "unrecognizedclient", "invalidsignature", "signaturedoesnotmatch", "incompletesignature" ->
                advice.badCredentials();
            case "invalidclienttokenid", "missingauthenticationtoken" -> advice.badCredentials();
            case "expiredtoken", "requestexpired" -> advice.expired();
            default -> byStatus(e.statusCode(), text);
        };
    }

    private Fault byStatus(int status, String text) {
        return switch (status) {
            case 400, 413, 422 -> invalid(text);
            case 401 -> advice.badCredentials();
            case 403 -> denied(text);
            case 404 -> missing(text);
            case 408 -> advice.modelTimeout();
            case 424 -> advice.modelError();
            case 429 -> throttled(text);
            default -> status >= 500 ? advice.down() : advice.brokenStream();
        };
    }

    private Fault throttled(String text) {
        return text.contains("per day") ? advice.quota() : advice.throttled();
    }

    private Fault invalid(String text) {
        if (text.contains("on-demand throughput")) {
            return advice.needsProfile();
        } else if (text.contains("model identifier") || text.contains("invalid model")) {
            return advice.noSuchModel();
        } else if (text.contains("too long")
                || text.contains("too many") && text.contains("token")
                || text.contains("maximum") && text.contains("token")
                || text.contains("context window")) {
            return advice.tooLong();
        }
        return text.contains("end of its life") ? advice.retired() : advice.invalid();
    }

    private Fault denied(String text) {
        if (text.contains("use case")) {
            return advice.form();
        } else if (text.contains("security token") || text.contains("expired")) {
            return advice.expired();
        }
        return advice.denied();
    }

    private Fault missing(String text) {
        if (text.contains("use case") || text.contains("ftuform")) {
            return advice.form();
        }
        return text.contains("end of its life") || text.contains("legacy") ? advice.retired() : advice.noSuchModel();
    }

    private Fault client(Throwable failure) {
        if (caused(failure, UnknownHostException.class)) {
            return advice.noHost();
        } else if (caused(failure, SSLException.class)) {
            return advice.untrusted();
        } else if (caused(failure, ConnectException.class) || says(failure, "acquire operation")) {
            return advice.noConnection();
        } else if (caused(failure, TimeoutException.class) || says(failure, "timed out")) {
            return advice.silent();
        } else if (caused(failure, IOException.class)) {
            return advice.brokenStream();
        }
        return failure instanceof SdkClientException ? configuration(failure) : advice.brokenStream();
    }

    private Fault configuration(Throwable failure) {
        String text = lower(failure.getMessage());
        if (text.contains("load region")) {
            return advice.noRegion();
        }
        return text.contains("credentials") || text.contains("profile")
                ? advice.noCredentials()
                : advice.brokenStream();
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        return any(failure, type::isInstance);
    }

    private static boolean says(Throwable failure, String words) {
        return any(failure, t -> lower(t.getMessage()).contains(words));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 12; t = t.getCause(), depth++) {
            if (wanted.test(t)) {
                return true;
            }
        }
        return false;
    }

    /** The code without its ending, in small letters. */
    private static String code(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String named = details == null ? null : details.errorCode();
        String code = lower(named == null ? e.getClass().getSimpleName() : named);
        return code.endsWith("exception") ? code.substring(0, code.length() - "exception".length()) : code;
    }

    /** What the service said: to be looked at, never to be shown. */
    private static String text(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        return lower(details == null ? e.getMessage() : details.errorMessage());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Duration retryAfter(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        if (details == null || details.sdkHttpResponse() == null) {
            return null;
        }
        String seconds =
                details.sdkHttpResponse().firstMatchingHeader("Retry-After").orElse("");
        if (!seconds.matches("[0-9]{1,6}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
