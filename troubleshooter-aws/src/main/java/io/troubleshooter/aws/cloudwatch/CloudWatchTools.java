package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolException;
import io.troubleshooter.tool.ToolOutput;
import java.time.Duration;
import java.util.List;

/** The tools over CloudWatch Logs. */
final class CloudWatchTools {

    private static final int EVENTS = 50;
    private static final int GROUPS = 50;
    private static final int FETCH_CALLS = 20;

    private final CloudWatchLogs logs;

    private CloudWatchTools(CloudWatchLogs logs) {
        this.logs = logs;
    }

    static List<Tool> of(CloudWatchLogs logs) {
        CloudWatchTools tools = new CloudWatchTools(logs);
        ToolMemory memory = new ToolMemory(logs.clock());
        return List.of(
                tool(logs, memory, "cloudwatch_groups", tools::groups),
                tool(logs, memory, "cloudwatch_fetch", tools::fetch),
                tool(logs, memory, "cloudwatch_search", tools::search),
                tool(logs, memory, "cloudwatch_query", tools::query));
    }

    private static Tool tool(CloudWatchLogs logs, ToolMemory memory, String name, Look look) {
        ToolSpec spec = new ToolSpec(name, words(name + ".md"), words(name + ".schema.json"));
        return new CloudWatchTool(spec, logs.clock(), memory, look);
    }

    /** What the core has not written itself goes through the redactor, also these words of ours. */
    private static Part.Evidence words(String file) {
        return new Part.Evidence(RedactionSession.create().redact(ToolTexts.read(file)));
    }

    private ToolOutput groups(ToolQuestion question, Duration left) {
        GroupList found =
                logs.groups(question.text("prefix"), question.text("contains"), GROUPS, left, new Cancellation());
        StringBuilder out = new StringBuilder();
        for (LogGroupInfo group : found.groups()) {
            out.append(group.name())
                    .append("  ")
                    .append(Sizes.of(group.storedBytes()))
                    .append('\n');
        }
        String more = found.more() ? "(there are more groups: name how they begin, or what they contain)" : "";
        return new ToolOutput(out.toString(), out.isEmpty() ? "(no log group that may be read fits)" : more);
    }

    private ToolOutput fetch(ToolQuestion question, Duration left) {
        FetchRequest request = new FetchRequest(
                question.needed("group"),
                List.of(),
                question.text("stream_prefix"),
                question.window(),
                question.text("filter"),
                true);
        int most = question.number("max", EVENTS);
        LogEvents events = logs.fetch(request, most, FETCH_CALLS, left, new Cancellation());
        StringBuilder out = new StringBuilder();
        for (List<LogEvent> batch = events.next(); batch != null; batch = events.next()) {
            out.append(EventLines.text(batch.stream().map(ToolRows::shortened).toList()));
        }
        String none = out.isEmpty() ? "(no event in that time)" : "";
        return new ToolOutput(out.toString(), String.join(" ", with(none, events.notes())));
    }

    private ToolOutput search(ToolQuestion question, Duration left) {
        String text = question.text("text");
        List<String> texts = text == null ? List.of() : List.of(text);
        boolean kinds = question.arguments().path("patterns").asBoolean(false);
        String query = kinds ? SearchQuery.patterns(texts) : SearchQuery.events(texts);
        return run(question, query, left);
    }

    private ToolOutput query(ToolQuestion question, Duration left) {
        String query = question.needed("query");
        if (!QueryGuard.allows(query)) {
            throw new ToolException("The query may only use the commands "
                    + String.join(", ", QueryGuard.COMMANDS.stream().sorted().toList())
                    + ", no other groups than those in the argument groups, and no unmasking.");
        }
        return run(question, query, left);
    }

    private ToolOutput run(ToolQuestion question, String query, Duration left) {
        QueryRequest request =
                new QueryRequest(question.list("groups"), query, question.window(), question.number("max", EVENTS));
        QueryResult result = logs.query(request, left, new Cancellation());
        String text = ToolRows.text(result.rows());
        String none = text.isEmpty() ? "(nothing was found)" : "";
        return new ToolOutput(
                text,
                String.join(" ", with(none, result.notes())) + " "
                        + result.cost().line());
    }

    private static List<String> with(String first, List<String> others) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
