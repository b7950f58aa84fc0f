package io.troubleshooter.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;

/** The program {@code tst}. */
public final class Main {

    private static final int BUFFER = 1 << 16;

    private Main() {}

    /** Ends the process with the exit code of the contract. */
    public static void main(String[] args) {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // libraries of adapters log to nowhere, quietly
        Surroundings around = around(new FileOutputStream(FileDescriptor.out), System.err);
        int code = Cli.run(around, args);
        around.err().flush();
        Runtime.getRuntime().halt(code);
    }

    /** The real surroundings of this process, but for where it writes. */
    static Surroundings around(OutputStream out, PrintStream err) {
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new StandardOutput(out, BUFFER),
                err,
                Terminals.detect(),
                System.getenv(),
                Clock.systemUTC());
    }
}
