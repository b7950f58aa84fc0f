package io.troubleshooter.http.config;

import io.troubleshooter.error.TroubleshooterException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether values that can be read make sense too. What a part of the service checks by itself is not repeated here. */
final class SettingValues {

    private static final int PORTS = 65_535;
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_./#:-]{1,512}\\*?");
    private static final int MOST_EVENTS = 100_000;
    private static final long MOST_TEXT = 32L << 20;

    private SettingValues() {}

    /** @throws TroubleshooterException for the first that does not */
    static void check(ServiceConfig config) {
        range("listen.port", config.listen().port(), 0, PORTS);
        address("listen.publicUrl", config.listen().publicUrl());
        storage(config.storage());
        positive("access.login", config.access().login());
        least("access.attempts", config.access().attempts(), 1);
        sessions(config.sessions());
        limits(config.limits());
        model(config.model());
        fetch(config.fetch());
        cloudwatch(config.cloudwatch());
        positive("hooks.replayWindow", config.hooks().replayWindow());
        address("telemetry.otlp", config.telemetry().otlp());
        String logs = config.telemetry().logs();
        demand(logs.equals("text") || logs.equals("json"), "telemetry.logs", "text or json");
    }

    private static void storage(Storage storage) {
        demand(storage.kind().equals("sqlite") || storage.onAws(), "storage.kind", "sqlite or aws");
        demand(
                storage.onAws() || !storage.directUploads(),
                "storage.directUploads",
                "false where storage.kind is not aws");
        address("storage.endpoint", storage.endpoint());
        address("storage.s3Endpoint", storage.s3Endpoint());
        if (storage.onAws()) {
            demand(!storage.table().isBlank(), "storage.table", "the name of a table of DynamoDB, on aws");
            demand(!storage.bucket().isBlank(), "storage.bucket", "the name of a bucket of S3, on aws");
            demand(
                    !storage.keys().isBlank() || !storage.keyFile().isBlank(),
                    "storage.keys",
                    "given on aws, or storage.keyFile, the same for all instances; or none");
        }
    }

    private static void sessions(Sessions sessions) {
        positive("sessions.idle", sessions.idle());
        positive("sessions.retention", sessions.retention());
        positive("sessions.auditRetention", sessions.auditRetention());
        positive("sessions.openBytes", sessions.openBytes());
        positive("sessions.evidenceBytes", sessions.evidenceBytes());
        least("sessions.perAccount", sessions.perAccount(), 1);
    }

    private static void limits(Limits limits) {
        positive("limits.body", limits.body());
        positive("limits.upload", limits.upload());
        positive("limits.unpacked", limits.unpacked());
        positive("limits.line", limits.line());
        positive("limits.paste", limits.paste());
        positive("limits.header", limits.header());
        least("limits.connections", limits.connections(), 1);
        positive("limits.idle", limits.idle());
        least("limits.workers", limits.workers(), 1);
        least("limits.queue", limits.queue(), 0);
        least("limits.models", limits.models(), 1);
        least("limits.questionsPerSession", limits.questionsPerSession(), 1);
        least("limits.requestsPerMinute", limits.requestsPerMinute(), 1);
        least("limits.streams", limits.streams(), 1);
        least("limits.streamsPerCaller", limits.streamsPerCaller(), 1);
        positive("limits.heartbeat", limits.heartbeat());
    }

    private static void model(Model model) {
        least("model.questionsPerMinute", model.questionsPerMinute(), 1);
        amount("model.maxCost", model.maxCost());
        amount("model.dailyBudget", model.dailyBudget());
    }

    /** Money is counted in millionths. */
    private static void amount(String name, BigDecimal amount) {
        demand(
                amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= 6,
                name,
                "an amount of US dollars, 0 or more, of at most six decimals");
    }

    private static void fetch(Fetch fetch) {
        positive("fetch.bytes", fetch.bytes());
        positive("fetch.timeout", fetch.timeout());
        least("fetch.redirects", fetch.redirects(), 0);
        fetch.ports().forEach(port -> range("fetch.ports", port, 1, PORTS));
    }

    private static void cloudwatch(CloudWatch logs) {
        demand(
                logs.groups().stream().allMatch(group -> GROUP.matcher(group).matches()),
                "cloudwatch.groups",
                "a list of names of log groups, or of beginnings that end in *");
        address("cloudwatch.endpoint", logs.endpoint());
        positive("cloudwatch.window", logs.window());
        range("cloudwatch.events", logs.events(), 1, MOST_EVENTS);
        positive("cloudwatch.bytes", logs.bytes());
        demand(logs.bytes().count() <= MOST_TEXT, "cloudwatch.bytes", "a size of 32MiB or less");
        positive("cloudwatch.scan", logs.scan());
        positive("cloudwatch.timeout", logs.timeout());
    }

    private static void least(String name, long value, long least) {
        demand(value >= least, name, "a number of " + least + " or more");
    }

    private static void range(String name, long value, long least, long most) {
        demand(value >= least && value <= most, name, "a number from " + least + " to " + most);
    }

    private static void positive(String name, Duration value) {
        demand(value.compareTo(Duration.ZERO) > 0, name, "a duration of more than nothing, such as 15s");
    }

    private static void positive(String name, Bytes value) {
        demand(value.count() > 0, name, "a size of more than nothing, such as 8KiB");
    }

    private static void address(String name, String value) {
        demand(value.isEmpty() || isAddress(value), name, "an address of http or https");
    }

    private static boolean isAddress(String value) {
        try {
            URI address = URI.create(value);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static void demand(boolean met, String name, String expected) {
        if (!met) {
            throw ConfigReader.wrong(name + " has to be " + expected);
        }
    }
}
