package io.troubleshooter.aws.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;

/** DescribeLogGroups, page by page; what the allow-list does not name is left out. */
final class GroupListing {

    private static final String ACTION = "DescribeLogGroups";
    private static final int PAGE = 50;

    private final Clients clients;
    private final Operation operation;
    private final GroupPatterns allowed;

    GroupListing(Clients clients, Operation operation, GroupPatterns allowed) {
        this.clients = clients;
        this.operation = operation;
        this.allowed = allowed;
    }

    /** @param part what names contain; only where there is no prefix */
    GroupList list(@Nullable String prefix, @Nullable String part, int most) {
        List<LogGroupInfo> found = new ArrayList<>();
        String token = null;
        do {
            DescribeLogGroupsResponse page = page(prefix, part, token);
            page.logGroups().stream()
                    .filter(group -> allowed.allows(group.logGroupName()))
                    .forEach(group -> found.add(info(group)));
            token = page.nextToken();
        } while (token != null && !token.isEmpty() && found.size() <= most);
        boolean more = found.size() > most || token != null && !token.isEmpty();
        return new GroupList(List.copyOf(found.subList(0, Math.min(most, found.size()))), more);
    }

    private DescribeLogGroupsResponse page(@Nullable String prefix, @Nullable String part, @Nullable String token) {
        return operation.call(
                ACTION, timing -> clients.plain().describeLogGroups(request(timing, prefix, part, token)));
    }

    private static DescribeLogGroupsRequest request(
            AwsRequestOverrideConfiguration timing,
            @Nullable String prefix,
            @Nullable String part,
            @Nullable String token) {
        return DescribeLogGroupsRequest.builder()
                .overrideConfiguration(timing)
                .logGroupNamePrefix(prefix)
                .logGroupNamePattern(part)
                .limit(PAGE)
                .nextToken(token)
                .build();
    }

    private static LogGroupInfo info(LogGroup group) {
        String arn = group.logGroupArn() == null ? String.valueOf(group.arn()) : group.logGroupArn();
        return new LogGroupInfo(
                group.logGroupName(),
                arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn,
                group.storedBytes() == null ? 0 : group.storedBytes(),
                group.retentionInDays() == null ? 0 : group.retentionInDays(),
                group.logGroupClass() == LogGroupClass.INFREQUENT_ACCESS);
    }
}
