package io.troubleshooter.cli;

import io.troubleshooter.error.TroubleshooterException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Runs one command and turns whatever happens into an exit code and at most three lines on stderr. */
final class Cli {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INCIDENT = 10;

    private Cli() {}

    static int run(Surroundings around, String... args) {
        boolean debug = isDebug(args);
        try {
            int code = dispatch(around, ArgumentParser.parse(args));
            around.out().flush();
            return code;
        } catch (UsageException wrong) {
            return fail(around.err(), wrong, wrong.advice(), USAGE, debug);
        } catch (TroubleshooterException failed) {
            boolean setting = failed.code() == TroubleshooterException.Code.INVALID_CONFIGURATION;
            return fail(around.err(), failed, failed.advice(), setting ? USAGE : FAILED, debug);
        } catch (UncheckedIOException failed) {
            return io(around, Objects.requireNonNull(failed.getCause()), debug);
        } catch (IOException failed) {
            return io(around, failed, debug);
        } catch (OutOfMemoryError full) {
            return fail(around.err(), full, "Give it more: TST_JAVA_OPTS=-Xmx2g", FAILED, debug);
        } catch (RuntimeException | StackOverflowError defect) {
            String advice = "This is a defect of tst. Run again with --debug and report what it prints.";
            return fail(around.err(), defect, advice, FAILED, debug);
        }
    }

    /** Before parsing, since parsing may be what fails. */
    private static boolean isDebug(String[] args) {
        for (String arg : args) {
            if (arg.equals("--debug")) {
                return true;
            }
        }
        return false;
    }

    private static int dispatch(Surroundings around, Arguments arguments) throws IOException {
        Output output = new Output(around.out());
        if (arguments.has(Option.HELP)) {
            return HelpCommand.run(output, arguments.command());
        }
        if (arguments.has(Option.VERSION)) {
            output.print("tst " + Version.OF_THIS_BUILD + "\n");
            return DONE;
        }
        Settings settings = Settings.load(arguments, around.environment());
        return switch (arguments.command()) {
            case ANALYZE -> new AnalyzeCommand(around, settings).run(arguments.operands());
            case REDACT -> RedactCommand.run(around, settings, arguments.operands());
            case RECORDS -> RecordsCommand.run(around, settings, arguments.operands());
            case TEMPLATES -> TemplatesCommand.run(around, settings, arguments.operands());
            case FRAME -> FrameCommand.run(around, settings, arguments.operands());
            case EXPLAIN -> ExplainCommand.run(output, settings, arguments.operands());
            case CHAT -> new ChatCommand(around, settings).run(arguments.operands());
            case CLOUDWATCH -> CloudWatchCommand.run(around, settings, arguments.operands());
            case PROMPTS -> PromptsCommand.run(output, arguments.operands());
            case MCP -> McpCommand.run(around, settings, arguments.operands());
            case EVAL -> EvalCommand.run(around, settings, arguments.operands());
            case SERVE, KEYS, AUDIT ->
                throw new UsageException(
                        "tst.jar has no service in it",
                        "Use the script tst, or: java -jar tst-server.jar "
                                + arguments.command().word());
            case CONFIG -> ConfigCommand.run(output, settings, around.environment());
            case COMPLETION -> CompletionCommand.run(output);
            case HELP -> HelpCommand.run(output, arguments.operands());
        };
    }

    private static int io(Surroundings around, IOException failed, boolean debug) {
        if (failed instanceof StandardOutput.Closed) {
            return DONE;
        }
        return fail(around.err(), failed, "Check the path, the rights and the free space.", FAILED, debug);
    }

    private static int fail(PrintStream err, Throwable failure, String advice, int code, boolean debug) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        err.println("tst: " + Printable.line(message));
        if (!advice.isEmpty()) {
            err.println("     " + Printable.line(advice));
        }
        if (debug) {
            failure.printStackTrace(err);
        }
        return code;
    }
}
