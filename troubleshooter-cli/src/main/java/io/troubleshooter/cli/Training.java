package io.troubleshooter.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * Runs the common commands once over a bundled sample, while Java writes down which classes they load. The launcher
 * starts it after a build; without that archive everything works the same, only slower to start.
 */
public final class Training {

    private static final String[][] RUNS = {
        {},
        {"--color", "always", "--width", "80", "-v"},
        {"--format", "json", "--with-frame"},
        {"--format", "markdown"},
        {"--format", "html"},
        {"redact", "--summary"},
        {"records"},
        {"templates"},
        {"frame"},
        {"--help"},
        {"--unknown"}
    };

    private Training() {}

    /** Takes no arguments; prints nothing. */
    public static void main(String[] args) throws IOException {
        byte[] sample = sample();
        Terminals.detect();
        for (String[] run : RUNS) {
            Cli.run(around(sample), run);
        }
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = Training.class.getResourceAsStream("training.log")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static Surroundings around(byte[] sample) {
        return new Surroundings(
                new java.io.ByteArrayInputStream(sample),
                new StandardOutput(OutputStream.nullOutputStream(), 1 << 16),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                Terminals.NONE,
                Map.of("HOME", "/nowhere"),
                Clock.systemUTC());
    }
}
