package io.troubleshooter.cli;

import java.io.IOException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code tst completion}: picocli writes the script from the tables of commands and options. */
final class CompletionCommand {

    private CompletionCommand() {}

    static int run(Output out) throws IOException {
        out.print(AutoComplete.bash("tst", new CommandLine(model())));
        return Cli.DONE;
    }

    private static CommandSpec model() {
        CommandSpec root = spec(Command.ANALYZE).name("tst");
        for (Command command : Command.values()) {
            root.addSubcommand(command.word(), spec(command));
        }
        return root;
    }

    private static CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.create().name(command.word());
        for (Option option : Option.values()) {
            if (option.concerns(command)) {
                spec.addOption(spec(option));
            }
        }
        if (command.readsLogs() || command == Command.CHAT) {
            spec.addPositional(PositionalParamSpec.builder()
                    .arity("0..*")
                    .type(java.io.File[].class)
                    .paramLabel("FILE")
                    .build());
        }
        return spec;
    }

    private static OptionSpec spec(Option option) {
        OptionSpec.Builder builder = option.letter() == null
                ? OptionSpec.builder("--" + option.word())
                : OptionSpec.builder("-" + option.letter(), "--" + option.word());
        if (option.parameter() == null) {
            return builder.arity("0").build();
        }
        Class<?> type = option.parameter().equals("FILE") ? java.io.File.class : String.class;
        return builder.arity("1")
                .type(type)
                .completionCandidates(option.choices())
                .build();
    }
}
