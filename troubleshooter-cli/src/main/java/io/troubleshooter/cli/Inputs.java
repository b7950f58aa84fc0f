package io.troubleshooter.cli;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.input.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be read: the files named, or standard input. */
final class Inputs {

    private Inputs() {}

    /**
     * One thing to read.
     *
     * @param path null for standard input
     * @param watched standard input, which may never end; null for files
     */
    record Input(
            LogSource source, @Nullable Path path, @Nullable WatchedStream watched) {}

    /** Checks that all are there before any is read. */
    static List<Input> open(Surroundings around, List<String> operands) throws IOException {
        if (operands.isEmpty()) {
            refuseTerminal(around);
            return List.of(stdin(around));
        }
        List<Input> inputs = new ArrayList<>();
        for (String operand : operands) {
            inputs.add(operand.equals("-") ? stdin(around) : file(operand));
        }
        return inputs;
    }

    /** No silent waiting for somebody to type a log. */
    private static void refuseTerminal(Surroundings around) {
        if (around.terminals().in()) {
            throw new UsageException("nothing to read. Pipe a log in or name files, for example:", """
                    kubectl logs my-pod | tst
                    tst app.log db.log
                    tst --help""");
        }
    }

    private static Input stdin(Surroundings around) {
        WatchedStream stream = new WatchedStream(around.in());
        return new Input(LogSource.of(stream, "stdin"), null, stream);
    }

    private static Input file(String operand) throws IOException {
        Path file = Path.of(operand);
        if (!Files.exists(file)) {
            throw new TroubleshooterException(Code.UNREADABLE_INPUT, "there is no file " + operand, advice(operand));
        }
        if (operand.endsWith(".zst") && Files.isRegularFile(file)) {
            return new Input(LogSource.of(Zstandard.open(file), String.valueOf(file.getFileName())), file, null);
        }
        return new Input(LogSource.of(file), file, null);
    }

    private static String advice(String operand) {
        String near = Nearest.command(operand);
        return near == null ? "Check the path; tst --help shows how to use it." : "Did you mean: tst " + near + "?";
    }
}
