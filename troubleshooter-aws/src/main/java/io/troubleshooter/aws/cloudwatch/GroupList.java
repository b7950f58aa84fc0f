package io.troubleshooter.aws.cloudwatch;

import java.util.List;

/**
 * Log groups by name.
 *
 * @param more whether there are more than these
 */
public record GroupList(List<LogGroupInfo> groups, boolean more) {}
