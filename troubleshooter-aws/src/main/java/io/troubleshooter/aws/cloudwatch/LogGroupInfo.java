package io.troubleshooter.aws.cloudwatch;

/**
 * A log group.
 *
 * @param arn without the {@code :*} at its end; empty where it is not told
 * @param storedBytes what it holds, compressed; some hours old
 * @param retentionDays 0 for ever
 * @param infrequentAccess whether it is of the class on which {@code pattern} and live tail do not work
 */
public record LogGroupInfo(String name, String arn, long storedBytes, int retentionDays, boolean infrequentAccess) {}
