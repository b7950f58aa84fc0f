package io.troubleshooter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the command line. By hand: it has to be done before the first line is read, in a few milliseconds. */
final class ArgumentParser {

    private final String[] args;
    private final Map<Option, String> flags = new EnumMap<>(Option.class);
    private final List<String> operands = new ArrayList<>();
    private @Nullable Command command;
    private int next;

    private ArgumentParser(String[] args) {
        this.args = args;
    }

    static Arguments parse(String... args) {
        return new ArgumentParser(args).parse();
    }

    private Arguments parse() {
        boolean options = true;
        while (next < args.length) {
            String arg = args[next++];
            if (options && arg.equals("--")) {
                options = false;
            } else if (options && arg.startsWith("--")) {
                named(arg.substring(2));
            } else if (options && arg.startsWith("-") && arg.length() > 1) {
                letters(arg);
            } else {
                operand(arg, options);
            }
        }
        Arguments arguments = new Arguments(command == null ? Command.ANALYZE : command, flags, operands);
        check(arguments);
        return arguments;
    }

    /** The first word is a command, unless a file of that name is meant by {@code ./name}. */
    private void operand(String arg, boolean options) {
        Command named = options && command == null && operands.isEmpty() ? Command.of(arg) : null;
        if (named == null) {
            operands.add(arg);
        } else {
            command = named;
        }
    }

    private void named(String text) {
        int equals = text.indexOf('=');
        String word = equals < 0 ? text : text.substring(0, equals);
        Option option = Option.ofWord(word);
        if (option == null) {
            throw new UsageException("unknown option --" + word, Nearest.advice(word));
        }
        if (option.parameter() == null && equals >= 0) {
            throw new UsageException("--" + word + " takes no value", "Give it as --" + word);
        }
        take(option, equals < 0 ? null : text.substring(equals + 1));
    }

    private void letters(String arg) {
        if (Option.ofWord(arg.substring(1)) != null) {
            throw new UsageException("unknown option " + arg, "Long names take two hyphens: -" + arg);
        }
        for (int i = 1; i < arg.length(); i++) {
            Option option = Option.ofLetter(arg.substring(i, i + 1));
            if (option == null) {
                throw new UsageException("unknown option " + arg, Nearest.advice(arg.substring(1)));
            }
            take(option, null);
        }
    }

    private void take(Option option, @Nullable String value) {
        if (option.parameter() == null) {
            flags.put(option, "true");
        } else if (value != null) {
            flags.put(option, value);
        } else if (option.isParameterOptional()) {
            flags.put(option, next < args.length && isSessionId(args[next]) ? args[next++] : "");
        } else if (next < args.length) {
            flags.put(option, args[next++]);
        } else {
            throw new UsageException(
                    "--" + option.word() + " needs a value",
                    "Give it as --" + option.word() + " " + option.parameter());
        }
    }

    /** Ids are hexadecimal digits and hyphens; a file of such a name is meant by {@code ./name}. */
    private static boolean isSessionId(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.digit(word.charAt(i), 16) < 0 && word.charAt(i) != '-') {
                return false;
            }
        }
        return word.length() >= 4 && word.charAt(0) != '-';
    }

    private static void check(Arguments arguments) {
        for (Option option : arguments.flags().keySet()) {
            if (!option.concerns(arguments.command())) {
                throw new UsageException(
                        "--" + option.word() + " means nothing to tst "
                                + arguments.command().word(),
                        "Its options: tst help " + arguments.command().word());
            }
        }
        misspelledCommand(arguments);
    }

    /** {@code tst anlayze app.log}: no such file, but nearly a command. */
    private static void misspelledCommand(Arguments arguments) {
        if (arguments.command() != Command.ANALYZE || arguments.operands().size() < 2) {
            return;
        }
        String first = arguments.operands().get(0);
        String near = Nearest.command(first);
        if (near != null && !Files.exists(Path.of(first))) {
            throw new UsageException(
                    "there is no command and no file " + first, "Did you mean: tst " + near + " ... ?");
        }
    }
}
