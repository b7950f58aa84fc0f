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
        OutputStream out = new StandardOutput(new FileOutputStream(FileDescriptor.out), BUFFER);
        PrintStream err = System.err;
        Surroundings around = new Surroundings(
                new FileInputStream(FileDescriptor.in),
                out,
                err,
                Terminals.detect(),
                System.getenv(),
                Clock.systemUTC());
        int code = Cli.run(around, args);
        err.flush();
        Runtime.getRuntime().halt(code);
    }
}
