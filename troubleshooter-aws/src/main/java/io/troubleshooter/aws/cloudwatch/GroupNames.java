package io.troubleshooter.aws.cloudwatch;

/** Names of groups as Insights gives them. */
final class GroupNames {

    private GroupNames() {}

    /** {@code 123456789012:/aws/lambda/checkout} without its account. */
    static String bare(String log) {
        return log.substring(log.indexOf(':') + 1);
    }
}
