package io.troubleshooter.cli;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.FetchRequest;
import io.troubleshooter.aws.cloudwatch.LogEvent;
import io.troubleshooter.aws.cloudwatch.LogEvents;
import io.troubleshooter.model.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** {@code tst cloudwatch fetch}: the events of a group, printed as they come or analyzed at once. */
final class CloudWatchFetch {

    private static final int BUFFER = 1 << 16;

    private final Surroundings around;
    private final Settings settings;
    private final CloudWatchLogs logs;

    CloudWatchFetch(Surroundings around, Settings settings, CloudWatchLogs logs) {
        this.around = around;
        this.settings = settings;
        this.logs = logs;
    }

    int run(String group, Cancellation cancellation) throws IOException {
        LogEvents events = logs.fetch(request(group), cancellation);
        return settings.has(Option.ANALYZE) ? analyze(events) : print(events);
    }

    private FetchRequest request(String group) {
        List<String> streams = CloudWatchSetup.words(settings.given(Option.STREAM));
        String prefix = settings.given(Option.STREAM_PREFIX);
        if (!streams.isEmpty() && prefix != null || streams.size() > 100) {
            throw new UsageException(
                    "--stream takes up to 100 names, and does not go with --stream-prefix", "Give one of them.");
        }
        return new FetchRequest(
                group,
                streams,
                prefix,
                CloudWatchSetup.window(settings, around),
                settings.given(Option.FILTER),
                settings.has(Option.NEWEST));
    }

    private int print(LogEvents events) throws IOException {
        CloudWatchPrinter printer = new CloudWatchPrinter(around, settings);
        if (printer.isJson()) {
            for (List<LogEvent> batch = events.next(); batch != null; batch = events.next()) {
                for (LogEvent event : batch) {
                    printer.event(event, false);
                }
            }
        } else {
            copy(events.text(), printer);
        }
        printer.flush();
        tell(events);
        return Cli.DONE;
    }

    private static void copy(InputStream text, CloudWatchPrinter printer) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
            printer.out().out().write(buffer, 0, count);
        }
    }

    private int analyze(LogEvents events) throws IOException {
        List<Inputs.Input> inputs = List.of(new Inputs.Input(events.source(), null, null));
        try {
            return new AnalyzeCommand(around, settings).analyze(inputs);
        } finally {
            tell(events);
        }
    }

    private void tell(LogEvents events) {
        for (String note : events.notes()) {
            around.err().println("tst: " + Printable.line(note));
        }
        if (events.count() == 0 && events.notes().isEmpty()) {
            around.err().println("tst: No event in that time; --since and --until set it, --filter narrows it.");
        }
    }
}
