package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.MalformedQueryException;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryCompileError;

/** What the service refused, in words that say what to do. Its own messages are left out: they quote the request. */
final class Failures {

    private static final Set<String> DENIED = Set.of("AccessDeniedException", "AccessDenied", "UnauthorizedOperation");
    private static final Set<String> NOT_KNOWN = Set.of(
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "ExpiredTokenException",
            "ExpiredToken",
            "InvalidClientTokenId",
            "MissingAuthenticationTokenException",
            "IncompleteSignature");

    private static final String BROWSER =
            "After a login by browser: eval \"$(aws configure export-credentials --format env)\"";

    private Failures() {}

    static TroubleshooterException of(String action, SdkException failed) {
        if (failed instanceof MalformedQueryException malformed) {
            return malformed(malformed.queryCompileError());
        }
        if (failed instanceof InvalidParameterException) {
            return new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "CloudWatch Logs does not understand the request (" + action + ").",
                    "Check the filter pattern and the names: words with other characters than letters and digits"
                            + " stand in double quotes, as in \"connection refused\".");
        }
        return failed instanceof AwsServiceException service ? service(action, service) : client(failed);
    }

    private static TroubleshooterException malformed(@org.jspecify.annotations.Nullable QueryCompileError error) {
        String where =
                error == null || error.location() == null || error.location().startCharOffset() == null
                        ? ""
                        : " at character " + (error.location().startCharOffset() + 1);
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                "CloudWatch Logs Insights does not understand the query" + where + ".",
                "Commands are joined by |, as in: filter @message like /timeout/ | stats count(*) by bin(5m).");
    }

    private static TroubleshooterException service(String action, AwsServiceException failed) {
        String code = failed.awsErrorDetails() == null
                ? ""
                : String.valueOf(failed.awsErrorDetails().errorCode());
        if (DENIED.contains(code)) {
            return unreadable(
                    "AWS denies logs:" + action + " to these credentials.",
                    "Allow the action logs:" + action + " on the log groups meant, or use another profile.");
        }
        if (NOT_KNOWN.contains(code)) {
            return unreadable(
                    "AWS does not accept the credentials: they are wrong or expired.",
                    "Renew them, and check them by: aws sts get-caller-identity. " + BROWSER);
        }
        if (failed instanceof LimitExceededException) {
            return unreadable(
                    "As many Insights queries run as the account allows.",
                    "Try again in a minute; dashboards count, too.");
        }
        if (RetryUtils.isThrottlingException(failed)) {
            return unreadable(
                    "CloudWatch Logs is throttling this account (" + action + "), and waiting did not help.",
                    "Try again in a minute, ask for a shorter time, or search instead of fetching.");
        }
        return unreadable(
                "CloudWatch Logs failed (" + action + ", HTTP " + failed.statusCode() + ").", "Try again in a minute.");
    }

    private static TroubleshooterException client(SdkException failed) {
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("load region") || message.contains("region must")) {
            return unreadable("No AWS region is set.", "Name one: --region eu-west-1, AWS_REGION, or in the profile.");
        }
        if (message.contains("credentials") || message.contains("profile") || message.contains("token")) {
            return unreadable(
                    "There are no AWS credentials to be found, or they cannot be used.",
                    "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. " + BROWSER);
        }
        return unreadable(
                "CloudWatch Logs cannot be reached.", "Check the network, a proxy, and that the region exists.");
    }

    /** @param meant names that are there */
    static TroubleshooterException noGroup(List<String> meant) {
        return unreadable(
                "There is no such log group in this account and region.",
                "Did you mean " + String.join(", or ", meant) + "?");
    }

    static TroubleshooterException noGroup() {
        return unreadable(
                "There is no such log group or stream in this account and region.",
                "List those that there are, and check the region.");
    }

    static TroubleshooterException unreadable(String message, String advice) {
        return new TroubleshooterException(Code.UNREADABLE_INPUT, message, advice);
    }

    static TroubleshooterException refused(String message, String advice) {
        return new TroubleshooterException(Code.INVALID_CONFIGURATION, message, advice);
    }
}
