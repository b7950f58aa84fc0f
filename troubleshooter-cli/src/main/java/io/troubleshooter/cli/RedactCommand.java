package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.redact.RedactionSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code tst redact}: the text, line for line, without what is secret or personal. */
final class RedactCommand {

    private RedactCommand() {}

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        if (settings.has(Option.MAP)) {
            throw new UsageException("--map is not there yet", "Without it nothing leads back to the values.");
        }
        Troubleshooter engine = Engine.of(settings, around);
        for (Inputs.Input input : Inputs.open(around, operands)) {
            RedactionSummary summary = engine.redact(input.source(), around.out());
            around.out().flush();
            if (settings.has(Option.SUMMARY)) {
                print(around.err(), summary);
            }
        }
        return Cli.DONE;
    }

    private static void print(PrintStream err, RedactionSummary summary) {
        for (Map.Entry<String, Long> kind : summary.byKind().entrySet()) {
            err.println(kind.getKey() + " " + kind.getValue());
        }
        err.println("total " + summary.total());
    }
}
