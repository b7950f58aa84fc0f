package io.troubleshooter.http.logs;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.GroupList;
import io.troubleshooter.aws.cloudwatch.LogGroupInfo;
import io.troubleshooter.model.Cancellation;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Names of the groups that may be read. Those that the settings name in full are not asked of AWS. */
public final class AllowedGroups {

    /** Of one pattern. */
    private static final int MOST_LISTED = 1_000;

    private final CloudWatchLogs logs;

    AllowedGroups(CloudWatchLogs logs) {
        this.logs = logs;
    }

    /**
     * Names by which to choose.
     *
     * @param more whether there are more than these
     */
    public record Names(List<String> names, boolean more) {}

    /** @param match what names contain, in any case; empty for all */
    Names matching(String match, int most, Cancellation cancellation) {
        String part = match.toLowerCase(Locale.ROOT);
        TreeSet<String> names = new TreeSet<>();
        boolean more = false;
        for (String pattern : logs.limits().groups().patterns()) {
            if (pattern.endsWith("*")) {
                more |= list(pattern, names, cancellation);
            } else {
                names.add(pattern);
            }
        }
        List<String> fitting = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .toList();
        return new Names(fitting.stream().limit(most).toList(), more || fitting.size() > most);
    }

    private boolean list(String pattern, TreeSet<String> names, Cancellation cancellation) {
        GroupList found = logs.groups(pattern.substring(0, pattern.length() - 1), null, MOST_LISTED, cancellation);
        found.groups().stream().map(LogGroupInfo::name).forEach(names::add);
        return found.more();
    }
}
