package io.troubleshooter.aws.s3;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what S3 refused without saying what was asked of it: keys and contents stay out of messages. */
final class S3Failures {

    private static final int FORBIDDEN = 403;
    private static final int ATTEMPTS = 5;
    private static final int MISSING = 404;

    private S3Failures() {}

    /**
     * Makes a call that may be made twice.
     *
     * @throws TroubleshooterException {@code STORE_UNAVAILABLE} instead of what the SDK throws
     */
    static <T> T calling(Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (SdkException failed) {
                throw of(failed);
            } catch (UncheckedIOException brokenOff) {
                // Of an answer that breaks off while it is read, which the SDK neither repeats nor wraps.
                if (attempt == ATTEMPTS) {
                    throw unavailable("The connection to S3 broke " + attempt + " times.", "Repeat it later.");
                }
            }
        }
    }

    static TroubleshooterException of(SdkException failed) {
        if (failed instanceof AbortedException) {
            Thread.currentThread().interrupt();
            return unavailable("The call to S3 was interrupted.", "Repeat it.");
        }
        return failed instanceof AwsServiceException refused
                ? refused(refused)
                : unavailable("S3 did not answer in time.", "Repeat it later; look whether the bucket can be reached.");
    }

    private static TroubleshooterException refused(AwsServiceException refused) {
        String code = code(refused);
        return switch (refused.statusCode()) {
            case FORBIDDEN ->
                unavailable(
                        "S3 denied access" + code + ".",
                        "Allow the role to read, write, list and delete in the bucket, and to use its key.");
            case MISSING -> unavailable("S3 has no such bucket" + code + ".", "Check storage.bucket and the region.");
            default -> unavailable("S3 refused the call" + code + ".", "Repeat it later.");
        };
    }

    private static String code(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        return " (" + refused.statusCode() + (code.matches("[A-Za-z0-9.]{1,60}") ? " " + code : "") + ")";
    }

    static TroubleshooterException unavailable(String message, String advice) {
        return new TroubleshooterException(Code.STORE_UNAVAILABLE, message, advice);
    }
}
