package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.tool.Tool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch Logs of one account and region, read only, under limits. Nothing is asked of AWS before the first call. What
 * it gives is not redacted: it belongs into an analysis, or to the person who asked. Thread-safe.
 */
public final class CloudWatchLogs implements AutoCloseable {

    private static final int MOST_GROUPS_TO_COMPARE = 500;
    private static final int MOST_MEANT = 3;

    private final CloudWatchLimits limits;
    private final ScanPrices prices;
    private final Clock clock;
    private final Pace pace;
    private final Clients clients;
    private final Rules rules;

    public CloudWatchLogs(AwsAccess access, CloudWatchLimits limits, Clock clock) {
        this(access, limits, ScanPrices.builtIn(), clock, Pace.USUAL);
    }

    /** With prices of your own. */
    public CloudWatchLogs(AwsAccess access, CloudWatchLimits limits, ScanPrices prices, Clock clock) {
        this(access, limits, prices, clock, Pace.USUAL);
    }

    CloudWatchLogs(AwsAccess access, CloudWatchLimits limits, ScanPrices prices, Clock clock, Pace pace) {
        this.limits = limits;
        this.prices = prices;
        this.clock = clock;
        this.pace = pace;
        this.clients = new Clients(access, pace);
        this.rules = new Rules(limits);
    }

    public CloudWatchLimits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Log groups by name; those that may not be read are left out.
     *
     * @param prefix how names begin; null for all
     * @param part what names contain, in any case; null for all, and where there is a prefix
     * @throws TroubleshooterException if AWS refuses or cannot be reached
     */
    public GroupList groups(@Nullable String prefix, @Nullable String part, int most, Cancellation cancellation) {
        return groups(prefix, part, most, limits.time(), cancellation);
    }

    GroupList groups(
            @Nullable String prefix, @Nullable String part, int most, Duration time, Cancellation cancellation) {
        Operation operation = operation(List.of(), limits.calls(), time, cancellation);
        try {
            return new GroupListing(clients, operation, limits.groups()).list(prefix, part, most);
        } catch (Stopped stopped) {
            throw Failures.unreadable("Listing the log groups was stopped.", "Name how the groups begin.");
        }
    }

    /**
     * Events of one group, read as they are taken.
     *
     * @throws TroubleshooterException if the group or the window is not allowed
     */
    public LogEvents fetch(FetchRequest request, Cancellation cancellation) {
        return fetch(request, limits.events(), limits.calls(), limits.time(), cancellation);
    }

    /**
     * The same, under limits of its own, where they are lower.
     *
     * @param wanted events
     * @param calls requests
     */
    public LogEvents fetch(FetchRequest request, int wanted, int calls, Duration time, Cancellation cancellation) {
        rules.group(request.group());
        rules.window(request.window());
        int most = Math.min(wanted, limits.events());
        Operation operation = operation(List.of(request.group()), calls, time, cancellation);
        Batches batches = request.newest()
                ? new NewestPages(clients, operation, request, most, limits.bytes())
                : new ForwardPages(clients, operation, request, most);
        return new LogEvents(request.name(), batches, most, limits.bytes());
    }

    /**
     * Runs an Insights query to its end, the end of the time or of what it may scan; then it is stopped at the service,
     * too.
     *
     * @throws TroubleshooterException if it is not allowed or not understood
     */
    public QueryResult query(QueryRequest request, Cancellation cancellation) {
        return query(request, limits.time(), cancellation);
    }

    QueryResult query(QueryRequest request, Duration time, Cancellation cancellation) {
        request.groups().forEach(rules::group);
        rules.query(request);
        Operation operation = operation(request.groups(), limits.calls(), time, cancellation);
        return new QueryRows(clients, operation, pace, limits, prices).run(request);
    }

    private Operation operation(List<String> groups, int calls, Duration time, Cancellation cancellation) {
        Duration shorter = time.compareTo(limits.time()) < 0 ? time : limits.time();
        return new Operation(shorter, Math.min(calls, limits.calls()), cancellation, () -> missing(groups));
    }

    /**
     * Shows events as they arrive, until it is cancelled or the session ends, after three hours at most.
     *
     * @param groups 1 to 10, by name
     * @return why it ended, as a sentence
     * @throws TroubleshooterException if AWS refuses
     */
    public String tail(List<String> groups, @Nullable String filter, TailListener listener, Cancellation cancellation) {
        groups.forEach(rules::group);
        rules.tail(groups);
        Operation operation = operation(groups, limits.calls(), limits.time(), cancellation);
        GroupListing listing = new GroupListing(clients, operation, limits.groups());
        List<String> arns = groups.stream().map(group -> arn(listing, group)).toList();
        return new LiveTail(clients.streaming(), arns, filter).run(listener, cancellation);
    }

    private String arn(GroupListing listing, String group) {
        return group.startsWith("arn:")
                ? group
                : listing.list(group, null, MOST_GROUPS_TO_COMPARE).groups().stream()
                        .filter(each -> each.name().equals(group))
                        .map(LogGroupInfo::arn)
                        .findFirst()
                        .orElseThrow(() -> missing(List.of(group)));
    }

    /** Names of groups that may have been meant, the nearest first; none where they cannot be listed. */
    public List<String> nearest(String typed) {
        return NearestGroups.of(typed, names());
    }

    private List<String> names() {
        try {
            GroupListing listing = new GroupListing(clients, Operation.wide(), limits.groups());
            return listing.list(null, null, MOST_GROUPS_TO_COMPARE).groups().stream()
                    .map(LogGroupInfo::name)
                    .toList();
        } catch (TroubleshooterException | Stopped unknown) {
            return List.of();
        }
    }

    /** What to say where the service does not know a group: which were meant, as far as their names tell. */
    private TroubleshooterException missing(List<String> groups) {
        List<String> names = names();
        List<String> meant = groups.stream()
                .filter(group -> !names.contains(group))
                .flatMap(group -> NearestGroups.of(group, names).stream())
                .distinct()
                .limit(MOST_MEANT)
                .toList();
        return meant.isEmpty() ? Failures.noGroup() : Failures.noGroup(meant);
    }

    /** Read-only looks for a model: groups, events, a search, and queries of the commands that only read. */
    public List<Tool> tools() {
        return CloudWatchTools.of(this);
    }

    @Override
    public void close() {
        clients.close();
    }
}
