package io.troubleshooter.aws.cloudwatch;

import java.time.Duration;
import java.util.List;

/** What may be asked, whoever asks; a refusal never repeats what was asked. */
final class Rules {

    static final int QUERY_GROUPS = 50;
    private static final int TAIL_GROUPS = 10;
    private static final int QUERY_LENGTH = 10_000;

    private final CloudWatchLimits limits;

    Rules(CloudWatchLimits limits) {
        this.limits = limits;
    }

    void group(String group) {
        if (group.isBlank() || group.length() > 2_048) {
            throw Failures.refused("A log group has to be named.", "Name it in full, as in /aws/lambda/checkout.");
        }
        if (!limits.groups().allows(group)) {
            throw Failures.refused(
                    "That log group is not among those that may be read.",
                    "Allowed: " + String.join(", ", limits.groups().patterns()));
        }
    }

    void window(TimeWindow window) {
        if (window.length().compareTo(limits.window()) > 0) {
            throw Failures.refused(
                    "The time asked for is longer than " + words(limits.window()) + ".",
                    "Ask for a shorter time, or for several after each other.");
        }
    }

    void query(QueryRequest request) {
        window(request.window());
        int groups = request.groups().size();
        if (groups < 1 || groups > QUERY_GROUPS) {
            throw Failures.refused(
                    "One query searches 1 to " + QUERY_GROUPS + " log groups, and " + groups + " were named.",
                    "Leave out those that cannot matter, or search twice.");
        }
        if (request.query().isBlank() || request.query().length() > QUERY_LENGTH) {
            throw Failures.refused(
                    "A query has 1 to " + QUERY_LENGTH + " characters.", "Shorten it; fields need not be listed.");
        }
        if (!limits.groups().patterns().isEmpty() && !QueryGuard.allows(request.query())) {
            throw Failures.refused(
                    "The query has commands that may not be used where only some log groups may be read.",
                    "It may use "
                            + String.join(
                                    ", ", QueryGuard.COMMANDS.stream().sorted().toList()) + ".");
        }
        if (request.rows() < 1 || request.rows() > limits.rows()) {
            throw Failures.refused(
                    "A query gives 1 to " + limits.rows() + " rows.", "Ask for fewer, or count them with stats.");
        }
    }

    void tail(List<String> groups) {
        if (groups.isEmpty() || groups.size() > TAIL_GROUPS) {
            throw Failures.refused("Live tail follows 1 to " + TAIL_GROUPS + " log groups.", "Name fewer.");
        }
    }

    private static String words(Duration time) {
        return time.toHours() % 24 == 0 && time.toDays() > 0 ? time.toDays() + " days" : time.toMinutes() + " minutes";
    }
}
