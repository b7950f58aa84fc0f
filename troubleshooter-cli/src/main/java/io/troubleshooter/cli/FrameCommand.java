package io.troubleshooter.cli;

import io.troubleshooter.input.LogSource;
import io.troubleshooter.report.FrameJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code tst frame}: everything a diagnosis rests on, as JSON. */
final class FrameCommand {

    private FrameCommand() {}

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        List<LogSource> sources = new ArrayList<>();
        for (Inputs.Input input : Inputs.open(around, operands)) {
            sources.add(input.source());
        }
        new Output(around.out())
                .print(FrameJson.write(Engine.of(settings, around).frame(sources)));
        return Cli.DONE;
    }
}
