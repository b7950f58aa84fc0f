package io.troubleshooter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Takes no arguments; prints nothing. Standard input has to be the sample or empty. */
    public static void main(String[] args) throws IOException {
        Path sample = sample();
        Path quiet = Files.writeString(Files.createTempFile("tst-quiet", ".log"), quiet());
        Path paste = Files.writeString(Files.createTempFile("tst-paste", ".log"), "ERROR order 17 failed\n");
        try {
            for (String[] run : RUNS) {
                Cli.run(around(), with(run, sample.toString()));
            }
            Cli.run(around(), quiet.toString());
            Cli.run(around(), paste.toString());
            Cli.run(around());
        } finally {
            Files.delete(sample);
            Files.delete(quiet);
            Files.delete(paste);
        }
    }

    /** A healthy log with an error that no rule knows and that does not matter. */
    private static String quiet() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            String rest = i == 150 ? "ERROR mail 17 failed, will retry" : "INFO order " + i + " done in " + i + " ms";
            log.append("2026-11-20 09:").append(10 + i / 60).append(':').append(10 + i % 50);
            log.append(' ').append(rest).append('\n');
        }
        return log.toString();
    }

    private static Path sample() throws IOException {
        Path copy = Files.createTempFile("tst-sample", ".log");
        try (InputStream in = Training.class.getResourceAsStream("training.log")) {
            Files.write(copy, in == null ? new byte[0] : in.readAllBytes());
        }
        return copy;
    }

    private static String[] with(String[] run, String operand) {
        String[] all = java.util.Arrays.copyOf(run, run.length + 1);
        all[run.length] = operand;
        return all;
    }

    private static Surroundings around() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return Main.around(nowhere, new PrintStream(nowhere, false, StandardCharsets.UTF_8));
    }
}
