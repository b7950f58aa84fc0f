package io.troubleshooter.http.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.aws.cloudwatch.CloudWatchLimits;
import io.troubleshooter.aws.cloudwatch.TimeExpressions;
import io.troubleshooter.aws.cloudwatch.TimeWindow;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was asked for, and refuses what may not be, by field. No refusal repeats what was sent. */
final class LogsFormReader {

    private static final Set<String> KNOWN =
            Set.of("group", "groups", "streams", "streamPrefix", "from", "to", "filter", "query", "limit");
    private static final int MOST_GROUPS = 50;
    private static final int MOST_STREAMS = 100;

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_./#:-]{1,512}");
    private static final String A_GROUP = "the name of a log group in full, such as /aws/lambda/checkout";
    private static final Pattern STREAM = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}:*]{1,512}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]{1,1024}");
    private static final Pattern LINES = Pattern.compile("(?:[^\\p{Cc}]|[\\n\\r\\t]){1,10000}+");
    private static final Pattern TIME = Pattern.compile("[^\\p{Cc}]{1,40}");

    private final CloudWatchLimits limits;
    private final Clock clock;

    LogsFormReader(CloudWatchLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws ProblemException {@code invalid_value} */
    LogsForm read(JsonNode form) {
        if (!form.isObject()) {
            throw ProblemException.invalid("/cloudwatch", "cloudwatch has to be an object with group and from.");
        }
        form.fieldNames().forEachRemaining(LogsFormReader::checkKnown);
        FormFields fields = new FormFields(form);
        LogsForm read = new LogsForm(
                groups(fields),
                fields.texts("streams", MOST_STREAMS, STREAM, "a list of 1 to 100 names of streams"),
                fields.text("streamPrefix", STREAM, "how the names of the streams begin"),
                window(fields),
                fields.text("filter", LINE, "one line of up to 1024 characters"),
                fields.text("query", LINES, "a query of up to 10000 characters"),
                fields.number("limit", limits.events()));
        checkTogether(read);
        return read;
    }

    private static void checkKnown(String name) {
        if (!KNOWN.contains(name)) {
            throw ProblemException.invalid(
                    "/cloudwatch", "It has a field that is not known; there are " + String.join(", ", sorted()) + ".");
        }
    }

    private static List<String> sorted() {
        return KNOWN.stream().sorted().toList();
    }

    private List<String> groups(FormFields fields) {
        String one = fields.text("group", GROUP, A_GROUP);
        List<String> several = fields.texts("groups", MOST_GROUPS, GROUP, "a list of 1 to 50 names of log groups");
        if ((one == null) == several.isEmpty()) {
            throw ProblemException.invalid(FormFields.pointer("group"), "Give group, or groups, and not both.");
        }
        List<String> groups = one == null ? several.stream().distinct().toList() : List.of(one);
        if (!groups.stream().allMatch(limits.groups()::allows)) {
            throw ProblemException.invalid(
                    FormFields.pointer(one == null ? "groups" : "group"),
                    "This is not among the log groups that may be read here. Choose one of those that are (GET"
                            + " /v1/cloudwatch/groups lists them), or ask who operates the service to allow it.");
        }
        return groups;
    }

    private TimeWindow window(FormFields fields) {
        TimeExpressions times = new TimeExpressions(clock, ZoneOffset.UTC);
        Instant from = time(fields, "from", times::start, null);
        Instant to = time(fields, "to", times::end, "now");
        if (to.isBefore(from)) {
            throw FormFields.wrong("to", "a time after from");
        }
        if (Duration.between(from, to).compareTo(limits.window()) > 0) {
            throw FormFields.wrong("from", "at most " + words(limits.window()) + " before to");
        }
        return new TimeWindow(from, to);
    }

    private static Instant time(
            FormFields fields, String name, Function<String, Instant> read, @Nullable String otherwise) {
        String given = fields.text(name, TIME, "a time. " + TimeExpressions.UNDERSTOOD);
        String text = given == null ? otherwise : given;
        if (text == null) {
            throw FormFields.wrong(name, "there. " + TimeExpressions.UNDERSTOOD);
        }
        try {
            return read.apply(text);
        } catch (TroubleshooterException unclear) {
            throw ProblemException.invalid(FormFields.pointer(name), unclear.getMessage() + " " + unclear.advice());
        }
    }

    private static String words(Duration time) {
        return time.toHours() >= 48 ? time.toDays() + " days" : time.toMinutes() + " minutes";
    }

    private static void checkTogether(LogsForm form) {
        if (form.query() != null && form.filter() != null) {
            throw FormFields.wrong("filter", "left out where there is a query, which filters itself");
        }
        boolean streams = !form.streams().isEmpty() || form.streamPrefix() != null;
        if (streams && form.scans()) {
            throw FormFields.wrong("streams", "left out with a query or several groups");
        }
        if (!form.streams().isEmpty() && form.streamPrefix() != null) {
            throw FormFields.wrong("streamPrefix", "left out where streams are named");
        }
    }
}
