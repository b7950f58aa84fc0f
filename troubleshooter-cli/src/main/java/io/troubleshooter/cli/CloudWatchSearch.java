package io.troubleshooter.cli;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.LogEvent;
import io.troubleshooter.aws.cloudwatch.QueryRequest;
import io.troubleshooter.aws.cloudwatch.QueryResult;
import io.troubleshooter.aws.cloudwatch.QueryResult.End;
import io.troubleshooter.aws.cloudwatch.SearchQuery;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import java.io.IOException;
import java.util.List;

/** {@code tst cloudwatch search}: one query over many groups, printed or analyzed. */
final class CloudWatchSearch {

    private static final int ROWS = 1_000;

    private final Surroundings around;
    private final Settings settings;
    private final CloudWatchLogs logs;

    CloudWatchSearch(Surroundings around, Settings settings, CloudWatchLogs logs) {
        this.around = around;
        this.settings = settings;
        this.logs = logs;
    }

    int run(List<String> groups, Cancellation cancellation) throws IOException {
        QueryRequest request = new QueryRequest(
                groups, query(), CloudWatchSetup.window(settings, around), CloudWatchSetup.limit(settings, ROWS));
        return settings.has(Option.ANALYZE)
                ? analyze(ask(request, cancellation))
                : print(ask(request, cancellation), groups.size() > 1);
    }

    private String query() {
        String query = settings.given(Option.QUERY);
        String filter = settings.given(Option.FILTER);
        boolean kinds = settings.has(Option.PATTERN);
        if (query != null && (filter != null || kinds)) {
            throw new UsageException(
                    "--query does not go with --filter or --pattern", "Put them into the query: | pattern @message");
        }
        List<String> texts = filter == null ? List.of() : List.of(filter);
        if (query != null) {
            return query;
        }
        return kinds ? SearchQuery.patterns(texts) : SearchQuery.events(texts);
    }

    private QueryResult ask(QueryRequest request, Cancellation cancellation) {
        String what = request.groups().size() == 1
                ? request.groups().get(0)
                : request.groups().size() + " log groups";
        try (Progress progress = Progress.start(around)) {
            progress.reading(new Inputs.Input(LogSource.text("", what), null, null));
            return logs.query(request, cancellation);
        }
    }

    private int print(QueryResult result, boolean named) throws IOException {
        CloudWatchPrinter printer = new CloudWatchPrinter(around, settings);
        if (result.isOfEvents()) {
            for (LogEvent event : result.events()) {
                printer.event(event, named);
            }
        } else {
            printer.rows(result.rows());
        }
        printer.flush();
        return tell(result, Cli.DONE);
    }

    private int analyze(QueryResult result) throws IOException {
        if (!result.isOfEvents() && !result.rows().isEmpty()) {
            throw new UsageException(
                    "--analyze needs events, and this query gives other rows",
                    "Leave out --pattern; a query of your own needs the fields @timestamp, @log and @message.");
        }
        List<Inputs.Input> inputs = result.sources().stream()
                .map(source -> new Inputs.Input(source, null, null))
                .toList();
        int code = inputs.isEmpty() ? Cli.DONE : new AnalyzeCommand(around, settings).analyze(inputs);
        return tell(result, code);
    }

    /** What is incomplete because it had to be stopped counts as failed; what was stopped by Ctrl-C does not. */
    private int tell(QueryResult result, int code) {
        if (result.rows().isEmpty() && result.end() == End.COMPLETE) {
            around.err().println("tst: Nothing was found in that time; --since and --until set it.");
        }
        result.notes().forEach(note -> around.err().println("tst: " + Printable.line(note)));
        around.err().println("tst: " + Printable.line(result.cost().line()));
        boolean stopped = result.end() == End.OUT_OF_BYTES || result.end() == End.OUT_OF_TIME;
        return stopped ? Cli.FAILED : code;
    }
}
