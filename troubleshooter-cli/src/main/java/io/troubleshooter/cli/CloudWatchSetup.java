package io.troubleshooter.cli;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.cloudwatch.CloudWatchLimits;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.GroupPatterns;
import io.troubleshooter.aws.cloudwatch.TimeExpressions;
import io.troubleshooter.aws.cloudwatch.TimeWindow;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CloudWatch Logs as configured: credentials are looked for where AWS's own tools look for them. */
final class CloudWatchSetup {

    /** Of one search that a model asks for, and of one look of it. */
    private static final long MODEL_SCANS = 5L << 30;

    private static final Duration MODEL_LOOKS = Duration.ofSeconds(60);
    private static final int MODEL_ROWS = 200;

    private CloudWatchSetup() {}

    /** For {@code tst cloudwatch}: the user's own rights decide what may be read. */
    static CloudWatchLogs open(Settings settings, Surroundings around) {
        CloudWatchLimits limits = CloudWatchLimits.PERSONAL
                .withEvents(limit(settings, CloudWatchLimits.PERSONAL.events()))
                .withRows(100_000)
                .withScanBytes(scan(settings));
        if (!settings.value(Option.MAX_BYTES).equals("unlimited")) {
            limits = limits.withBytes(Math.max(1, settings.size(Option.MAX_BYTES)));
        }
        return new CloudWatchLogs(access(settings, settings.given(Option.ENDPOINT)), limits, around.clock());
    }

    /** For a model: the groups that the user names, and no others. */
    static CloudWatchLogs forModel(Settings settings, Surroundings around) {
        CloudWatchLimits limits = CloudWatchLimits.PERSONAL
                .withGroups(patterns(settings))
                .withRows(MODEL_ROWS)
                .withEvents(MODEL_ROWS)
                .withScanBytes(MODEL_SCANS)
                .withTime(MODEL_LOOKS);
        return new CloudWatchLogs(access(settings, null), limits, around.clock());
    }

    static Duration modelLooks() {
        return MODEL_LOOKS;
    }

    private static AwsAccess access(Settings settings, @Nullable String endpoint) {
        return new AwsAccess(
                emptyAsNull(settings.value(Option.REGION)),
                emptyAsNull(settings.value(Option.PROFILE)),
                null,
                endpoint == null ? null : uri(settings, endpoint));
    }

    private static @Nullable String emptyAsNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static URI uri(Settings settings, String endpoint) {
        try {
            URI uri = URI.create(endpoint);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException none) {
            // said below
        }
        throw settings.wrong(Option.ENDPOINT, settings.get(Option.ENDPOINT), "a URL, such as https://logs.example.org");
    }

    private static GroupPatterns patterns(Settings settings) {
        try {
            return new GroupPatterns(words(settings.value(Option.CLOUDWATCH)));
        } catch (IllegalArgumentException none) {
            throw settings.wrong(
                    Option.CLOUDWATCH,
                    settings.get(Option.CLOUDWATCH),
                    "names of log groups, or their beginnings and a *, with commas between: /aws/lambda/*,/ecs/api");
        }
    }

    /** What stands between commas. */
    static List<String> words(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /** From {@code --since} to {@code --until}: by default the last hour. */
    static TimeWindow window(Settings settings, Surroundings around) {
        String since = settings.given(Option.SINCE);
        String until = settings.given(Option.UNTIL);
        return new TimeExpressions(around.clock(), Engine.zone(settings))
                .window(since == null ? "1h" : since, until == null ? "now" : until);
    }

    static int limit(Settings settings, int usual) {
        if (settings.given(Option.LIMIT) == null) {
            return usual;
        }
        long limit = settings.size(Option.LIMIT);
        if (limit < 1 || limit > 10_000_000) {
            throw settings.wrong(Option.LIMIT, settings.get(Option.LIMIT), "a number from 1 to 10000000");
        }
        return (int) limit;
    }

    private static long scan(Settings settings) {
        long bytes = settings.size(Option.MAX_SCAN);
        if (bytes < 1) {
            throw settings.wrong(Option.MAX_SCAN, settings.get(Option.MAX_SCAN), "1 or more, such as 500M or 20G");
        }
        return bytes;
    }
}
