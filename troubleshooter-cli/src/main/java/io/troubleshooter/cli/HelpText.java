package io.troubleshooter.cli;

import org.jspecify.annotations.Nullable;

/** The texts of the help. */
final class HelpText {

    private static final int PURPOSE = 27;
    private static final int WIDTH = 80;

    private HelpText() {}

    static String overview() {
        StringBuilder out = new StringBuilder("""
                tst tells what broke: give it logs, stack traces or error output, and get the
                cause with the lines that prove it, what to do, and what to look at next.
                Secrets and personal data are redacted before anything else is done.

                  kubectl logs my-pod | tst            the report of a pipe
                  tst app.log db.log                   of several files, or of a directory
                  tail -f app.log | tst                findings as they happen, Ctrl-C ends
                  tst chat app.log                     ask on, offline or with a model
                  tst app.log --format markdown        to paste into a ticket
                  tst app.log --format json | jq -r '.hypotheses[0].title'

                Usage: tst [COMMAND] [OPTION...] [FILE...]

                Commands:
                """);
        for (Command command : Command.values()) {
            entry(out, command.word() + " " + command.operands(), command.purpose());
        }
        out.append("\nOptions:\n");
        for (Option option : Option.values()) {
            if (option.concerns(Command.ANALYZE)) {
                entry(out, option);
            }
        }
        out.append("\nMore: tst help COMMAND, and tst help exit-codes, environment or formats\n");
        return out.toString();
    }

    static String of(Command command) {
        StringBuilder out = new StringBuilder("Usage: tst " + command.word() + " [OPTION...] " + command.operands());
        out.setLength(out.toString().stripTrailing().length());
        out.append("\n\n")
                .append(command.purpose())
                .append("\n\n")
                .append(examples(command))
                .append("Options:\n");
        for (Option option : Option.values()) {
            if (option.concerns(command)) {
                entry(out, option);
            }
        }
        return out.toString();
    }

    private static String examples(Command command) {
        return command == Command.CLOUDWATCH ? CLOUDWATCH + "\n" : "";
    }

    private static void entry(StringBuilder out, Option option) {
        String letter = option.letter() == null ? "    " : "-" + option.letter() + ", ";
        String parameter = option.parameter() == null ? "" : " " + option.parameter();
        String standard =
                option.standard() == null || option.standard().isEmpty() ? "" : " Default: " + option.standard() + ".";
        entry(out, letter + "--" + option.word() + parameter, option.purpose() + standard);
    }

    private static void entry(StringBuilder out, String name, String purpose) {
        out.append("  ").append(name);
        int column = 2 + name.length();
        if (column >= PURPOSE) {
            out.append('\n');
            column = 0;
        }
        out.append(" ".repeat(PURPOSE - column));
        column = PURPOSE;
        for (String word : purpose.split(" ", -1)) {
            if (column + word.length() > WIDTH) {
                out.append('\n').append(" ".repeat(PURPOSE));
                column = PURPOSE;
            }
            out.append(column == PURPOSE ? "" : " ").append(word);
            column += word.length() + 1;
        }
        out.append('\n');
    }

    static @Nullable String topic(String word) {
        return switch (word) {
            case "exit-codes" -> EXIT_CODES;
            case "environment" -> environment();
            case "formats" -> FORMATS;
            default -> null;
        };
    }

    private static final String CLOUDWATCH = """
              tst cloudwatch groups [START]          list log groups, by how they begin
              tst cloudwatch fetch GROUP             print events of a group, or --analyze
              tst cloudwatch search GROUP...         find them in up to 50 groups by one
                                                     query of Logs Insights, which costs
              tst cloudwatch tail GROUP...           show events as they arrive

              tst cloudwatch fetch /aws/lambda/checkout --since 30m | tst
              tst cloudwatch fetch /ecs/api --since 09:30 --filter '?ERROR ?WARN' --analyze
              tst cloudwatch search /ecs/api /ecs/cart --filter 'refused' --since 2h

            Who calls and where is looked up as by AWS's own tools: AWS_PROFILE,
            AWS_REGION and the shared configuration, or --profile and --region.
            """;

    private static final String EXIT_CODES = """
            0    done; also when an incident was found, and when the reader of the output left
            1    failed while working: an input cannot be read, is empty or is no text
            2    the command line or a setting is wrong
            10   an incident was found, with --exit-code only
            130  ended by a second Ctrl-C
            """;

    private static final String FORMATS = """
            text        for a terminal: verdict, first action, proof, rest. In a pipe nothing
                        is cut and there is no colour
            markdown    to paste into a ticket; text of the log cannot act as markup
            json        one object, schema troubleshooter/diagnosis/v1; --with-frame adds what
                        the diagnosis rests on
            html        one file that opens anywhere, with an anchor for each cited line
            postmortem  a draft in Markdown: summary, impact, timeline, root cause,
                        contributing factors, actions, evidence
            """;

    private static String environment() {
        StringBuilder out = new StringBuilder("""
                A flag is stronger than the environment, that is stronger than .tst.properties
                in the working directory, and that is stronger than your own file
                $XDG_CONFIG_HOME/tst/config.properties (~/.config/tst/config.properties). Their
                lines are like: format=markdown. A project's file cannot set providers, keys
                and budgets. tst config prints what is in force.

                """);
        for (Option option : Option.values()) {
            if (option.isSetting()) {
                entry(out, option.variable(), "As --" + option.word() + ".");
            }
        }
        entry(out, "OPENAI_API_KEY", "The key for --provider openai.");
        entry(out, "ANTHROPIC_API_KEY", "The key for --provider anthropic.");
        entry(out, "EDITOR, VISUAL", "The editor of /edit in a chat. Default: vi.");
        entry(out, "TST_PAGER, PAGER", "Shows what is longer than the screen. Default: less -FRX.");
        entry(out, "TST_ACCESSIBLE", "Not empty: progress in plain lines, for screen readers.");
        entry(out, "TST_JAVA_OPTS", "Options for the Java machine, such as -Xmx2g.");
        entry(out, "NO_COLOR", "Not empty: no colour.");
        entry(out, "CLICOLOR_FORCE, FORCE_COLOR", "Not 0: colour in a pipe too.");
        entry(out, "COLUMNS, LINES", "Size of the terminal.");
        return out.toString();
    }
}
