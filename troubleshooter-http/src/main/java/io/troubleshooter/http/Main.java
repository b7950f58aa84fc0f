package io.troubleshooter.http;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tst serve}, {@code tst keys} and {@code tst audit}: the service, and what is done to its database by hand. */
@Command(
        name = "tst",
        description = "The troubleshooter as a service for a team.",
        subcommands = {
            ServeCommand.class,
            HealthCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        int exit = run(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /**
     * Runs a command; {@code serve} goes on after it has returned.
     *
     * @return the exit code: 0 done, 1 failed, 2 usage error or wrong settings
     */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> usage(wrong))
                .setExecutionExceptionHandler((failed, command, parsed) -> tell(failed, command.getErr()));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return line.execute(arguments.length == 0 ? new String[] {"serve"} : arguments);
    }

    private static int usage(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("tst: " + wrong.getMessage());
        command.getErr().println(command.getCommandSpec().qualifiedName() + " --help shows what there is.");
        return USAGE;
    }

    private static int tell(Exception failed, PrintWriter err) {
        if (failed instanceof TroubleshooterException known) {
            err.println("tst: " + known.getMessage());
            err.println(known.advice());
            return known.code() == Code.INVALID_CONFIGURATION ? USAGE : FAILED;
        }
        err.println("tst: failed: " + failed.getClass().getSimpleName());
        return FAILED;
    }
}
