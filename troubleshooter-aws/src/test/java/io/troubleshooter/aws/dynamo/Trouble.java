package io.troubleshooter.aws.dynamo;

/** What can go wrong with a request to DynamoDB. */
public enum Trouble {
    /** Refused: the table's throughput is used up. */
    THROTTLED,
    /** Refused: the account's limit is reached. */
    LIMITED,
    /** Refused: another transaction is at work on the item. Readings are not refused so. */
    CONFLICT,
    /** The connection breaks before the request is sent. */
    RESET,
    /** The request is done, its answer is lost. */
    LOST,
    /** The service fails, without having done it. */
    BROKEN,
    /** The service fails after it has done it. */
    BROKEN_AFTER,
    /** A batch is answered, and none of it was done. */
    UNPROCESSED,
    /** The answer takes its time. */
    SLOW
}
