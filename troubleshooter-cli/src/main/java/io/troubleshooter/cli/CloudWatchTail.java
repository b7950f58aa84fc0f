package io.troubleshooter.cli;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.LogEvent;
import io.troubleshooter.aws.cloudwatch.TailListener;
import io.troubleshooter.model.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code tst cloudwatch tail}: events as they arrive, until Ctrl-C. */
final class CloudWatchTail implements TailListener {

    private final CloudWatchPrinter printer;
    private final boolean named;
    private boolean sampledSaid;

    private CloudWatchTail(CloudWatchPrinter printer, boolean named) {
        this.printer = printer;
        this.named = named;
    }

    static int run(
            Surroundings around,
            Settings settings,
            CloudWatchLogs logs,
            List<String> groups,
            Cancellation cancellation) {
        CloudWatchPrinter printer = new CloudWatchPrinter(around, settings);
        CloudWatchTail tail = new CloudWatchTail(printer, groups.size() > 1);
        printer.note(logs.tail(groups, settings.given(Option.FILTER), tail, cancellation));
        return Cli.DONE;
    }

    @Override
    public void started() {
        printer.note("Following; Ctrl-C ends it.");
    }

    @Override
    public void events(List<LogEvent> events, boolean sampled) {
        try {
            for (LogEvent event : events) {
                printer.event(event, named);
            }
            printer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (sampled && !sampledSaid) {
            printer.note(
                    "More than 500 events a second arrive: CloudWatch shows a sample of them; --filter narrows it.");
            sampledSaid = true;
        }
    }
}
