package io.troubleshooter.cli;

import java.io.IOException;
import java.util.List;

/** {@code tst help}, {@code tst help redact}, {@code tst help exit-codes}, and {@code --help} of every command. */
final class HelpCommand {

    private HelpCommand() {}

    /** What {@code tst help WORD} is about. */
    static int run(Output out, List<String> operands) throws IOException {
        if (operands.isEmpty()) {
            out.print(HelpText.overview());
            return Cli.DONE;
        }
        String word = operands.get(0);
        Command command = Command.of(word);
        String text = command == null ? HelpText.topic(word) : HelpText.of(command);
        if (text == null) {
            throw new UsageException(
                    "there is no help on " + word, "Topics: exit-codes, environment, formats. Commands: tst --help");
        }
        out.print(text);
        return Cli.DONE;
    }

    /** What {@code --help} of a command prints; of the default one, the overview. */
    static int run(Output out, Command command) throws IOException {
        out.print(command == Command.ANALYZE ? HelpText.overview() : HelpText.of(command));
        return Cli.DONE;
    }
}
