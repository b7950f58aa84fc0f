package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.redact.RedactionSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code tst redact}: the text, line for line, without what is secret or personal. */
final class RedactCommand {

    private RedactCommand() {}

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        Troubleshooter engine = Engine.of(settings, around);
        List<Inputs.Input> inputs = Inputs.open(around, operands);
        String map = settings.given(Option.MAP);
        if (map != null && inputs.size() > 1) {
            throw new UsageException("--map takes one input", "Placeholders are counted in each input by itself.");
        }
        for (Inputs.Input input : inputs) {
            RedactionSummary summary = map == null
                    ? engine.redact(input.source(), around.out())
                    : WayBack.write(Path.of(map), reveals -> engine.redact(input.source(), around.out(), reveals));
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
