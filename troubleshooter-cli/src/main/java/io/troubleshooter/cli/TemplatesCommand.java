package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code tst templates}: CSV, a row per physical line in order; several inputs are counted on. */
final class TemplatesCommand {

    private TemplatesCommand() {}

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        Troubleshooter engine = Engine.of(settings, around);
        Output out = new Output(around.out());
        List<Inputs.Input> inputs = Inputs.open(around, operands);
        out.print("LineId,EventId,EventTemplate\n");
        for (Inputs.Input input : inputs) {
            engine.templates(input.source(), (line, id, template) -> row(out, line, id, template));
        }
        return Cli.DONE;
    }

    private static void row(Output out, long line, String id, String template) {
        try {
            out.print(line + "," + id + "," + quoted(template) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** After RFC 4180: quoted where a comma, a quote or a line break stands in it. */
    static String quoted(String field) {
        boolean plain =
                field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0 && field.indexOf('\r') < 0;
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
