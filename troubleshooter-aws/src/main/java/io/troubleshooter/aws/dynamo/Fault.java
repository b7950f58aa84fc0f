package io.troubleshooter.aws.dynamo;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What went wrong with an attempt. The texts quote nothing: what the service says may hold what was asked. */
enum Fault {
    /** Not done: too many at once. */
    BUSY(
            true,
            "DynamoDB takes no more requests for this table at the moment.",
            "Try again in a minute. If it lasts, look at the throttled requests of the table and at the account's quotas."),
    /** Not done: something else is being done with the same item. */
    CONFLICT(true, "Too many writings to one item at once.", "Try again in a moment."),
    /** Perhaps done: there is no answer, or one that leaves it open. */
    LOST(
            true,
            "DynamoDB gave no answer in time.",
            "Try again in a moment. If it lasts, check the way to it: network, VPC endpoint, storage.endpoint,"
                    + " storage.region."),
    INTERRUPTED(false, "The work was interrupted while it waited for DynamoDB.", "Try again."),
    NO_TABLE(
            false,
            "The table does not exist.",
            "Check storage.table and storage.region, or make the table by Terraform."),
    NO_ACCESS(
            false,
            "There are no credentials for DynamoDB, or no region.",
            "Give the process a role, or set AWS_PROFILE and storage.region."),
    REFUSED(
            false,
            "DynamoDB refused the request.",
            "Check that the role may read and write the table and use its key, and that table and program are of one"
                    + " version.");

    private final boolean passes;
    private final String message;
    private final String advice;

    Fault(boolean passes, String message, String advice) {
        this.passes = passes;
        this.message = message;
        this.advice = advice;
    }

    /** Whether another attempt may succeed. */
    boolean passes() {
        return passes;
    }

    TroubleshooterException told() {
        return new TroubleshooterException(Code.STORE_UNAVAILABLE, message, advice);
    }

    static Fault of(SdkException failed) {
        return failed instanceof AwsServiceException answered ? answered(answered) : unanswered(failed);
    }

    private static Fault answered(AwsServiceException answer) {
        if (answer instanceof TransactionCanceledException
                || answer instanceof TransactionConflictException
                || answer instanceof TransactionInProgressException) {
            return CONFLICT;
        }
        if (answer instanceof ResourceNotFoundException) {
            return NO_TABLE;
        }
        if (answer instanceof ProvisionedThroughputExceededException || answer.isThrottlingException()) {
            return BUSY;
        }
        return answer.statusCode() >= 500 || answer.isClockSkewException() ? LOST : REFUSED;
    }

    private static Fault unanswered(SdkException failed) {
        if (failed instanceof AbortedException) {
            return INTERRUPTED;
        }
        boolean late = failed instanceof ApiCallAttemptTimeoutException || failed instanceof ApiCallTimeoutException;
        return late || failed.getCause() instanceof IOException ? LOST : NO_ACCESS;
    }
}
