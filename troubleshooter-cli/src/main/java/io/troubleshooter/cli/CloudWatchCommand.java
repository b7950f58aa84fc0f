package io.troubleshooter.cli;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.GroupList;
import io.troubleshooter.aws.cloudwatch.LogGroupInfo;
import io.troubleshooter.model.Cancellation;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code tst cloudwatch}: reads CloudWatch Logs, to print it or to tell what broke. Ctrl-C stops what AWS does for it. */
final class CloudWatchCommand {

    private static final int GROUPS = 200;
    private static final String WORDS = "groups, fetch, search or tail";

    private final Surroundings around;
    private final Settings settings;

    private CloudWatchCommand(Surroundings around, Settings settings) {
        this.around = around;
        this.settings = settings;
    }

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        if (operands.isEmpty()) {
            throw new UsageException(
                    "tst cloudwatch needs to know what to do: " + WORDS,
                    "For example: tst cloudwatch fetch /aws/lambda/checkout --since 30m | tst");
        }
        List<String> names = operands.subList(1, operands.size());
        return new CloudWatchCommand(around, settings).run(operands.get(0), names);
    }

    private int run(String word, List<String> names) throws IOException {
        check(word, names);
        Cancellation cancellation = new Cancellation();
        try (CloudWatchLogs logs = CloudWatchSetup.open(settings, around);
                Interrupts interrupts = Interrupts.catchFirst(cancellation::cancel)) {
            return switch (word) {
                case "groups" -> groups(logs, names.isEmpty() ? null : names.get(0), cancellation);
                case "fetch" -> new CloudWatchFetch(around, settings, logs).run(names.get(0), cancellation);
                case "search" -> new CloudWatchSearch(around, settings, logs).run(names, cancellation);
                default -> CloudWatchTail.run(around, settings, logs, names, cancellation);
            };
        }
    }

    private void check(String word, List<String> names) {
        Set<Option> own = switch (word) {
            case "groups" -> EnumSet.of(Option.MATCH, Option.LIMIT);
            case "fetch" ->
                EnumSet.of(
                        Option.SINCE,
                        Option.UNTIL,
                        Option.STREAM,
                        Option.STREAM_PREFIX,
                        Option.FILTER,
                        Option.LIMIT,
                        Option.NEWEST,
                        Option.ANALYZE);
            case "search" ->
                EnumSet.of(
                        Option.SINCE,
                        Option.UNTIL,
                        Option.FILTER,
                        Option.QUERY,
                        Option.PATTERN,
                        Option.LIMIT,
                        Option.MAX_SCAN,
                        Option.ANALYZE);
            case "tail" -> EnumSet.of(Option.FILTER);
            default ->
                throw new UsageException(
                        "tst cloudwatch cannot " + word, "It has " + WORDS + "; more: tst help cloudwatch");
        };
        for (Option option : EnumSet.range(Option.SINCE, Option.ANALYZE)) {
            if (settings.has(option) && !own.contains(option)) {
                throw new UsageException(
                        "--" + option.word() + " means nothing to tst cloudwatch " + word,
                        "Its options: tst help cloudwatch");
            }
        }
        checkNames(word, names);
        if (settings.has(Option.ANALYZE) && settings.has(Option.ENDPOINT) && !Providers.isOffline(settings)) {
            throw new UsageException(
                    "--endpoint would be that of the logs and that of the model",
                    "Set that of the logs by AWS_ENDPOINT_URL_CLOUDWATCH_LOGS.");
        }
    }

    private static void checkNames(String word, List<String> names) {
        if (names.isEmpty() && !word.equals("groups")) {
            throw new UsageException(
                    "tst cloudwatch " + word + " needs the name of a log group", "List them: tst cloudwatch groups");
        }
        if (names.size() > 1 && (word.equals("groups") || word.equals("fetch"))) {
            throw new UsageException(
                    "tst cloudwatch " + word + " takes one name",
                    "Many groups at once: tst cloudwatch search GROUP... --filter TEXT");
        }
    }

    private int groups(CloudWatchLogs logs, @org.jspecify.annotations.Nullable String prefix, Cancellation cancellation)
            throws IOException {
        String match = settings.given(Option.MATCH);
        if (prefix != null && match != null) {
            throw new UsageException(
                    "--match does not go with a beginning", "Give one of them: tst cloudwatch groups --match checkout");
        }
        GroupList found = logs.groups(prefix, match, CloudWatchSetup.limit(settings, GROUPS), cancellation);
        CloudWatchPrinter printer = new CloudWatchPrinter(around, settings);
        for (LogGroupInfo group : found.groups()) {
            printer.group(group);
        }
        if (found.groups().isEmpty()) {
            printer.note("There is no such log group in this account and region.");
        } else if (found.more()) {
            printer.note("There are more: name how they begin, or raise --limit.");
        }
        return Cli.DONE;
    }
}
