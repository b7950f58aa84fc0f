package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.report.RecordJson;
import java.io.IOException;
import java.util.List;

/** {@code tst records}: a JSON line per record, as they are read. */
final class RecordsCommand {

    private RecordsCommand() {}

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        Troubleshooter engine = Engine.of(settings, around);
        List<Inputs.Input> inputs = Inputs.open(around, operands);
        try (RecordJson lines = new RecordJson(around.out())) {
            for (Inputs.Input input : inputs) {
                engine.records(input.source(), lines);
            }
        }
        return Cli.DONE;
    }
}
