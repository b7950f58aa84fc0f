package io.troubleshooter.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs {@code tst} within the test, as a shell would. */
final class Tst {

    static final String OUT_OF_MEMORY = """
            2026-11-20 09:43:10.001  INFO 1 --- [main] c.e.Checkout : order 1 saved for bob@example.com
            2026-11-20 09:43:11.204 ERROR 1 --- [main] c.e.Checkout : java.lang.OutOfMemoryError: Java heap space
            java.lang.OutOfMemoryError: Java heap space
            \tat com.example.Checkout.save(Checkout.java:41)
            """;

    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/nowhere"));
    private InputStream in = InputStream.nullInputStream();
    private Terminals terminals = Terminals.NONE;

    record Result(int code, String out, String err) {}

    Tst stdin(String text) {
        return stdin(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Tst stdin(InputStream stream) {
        this.in = stream;
        return this;
    }

    Tst environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Tst terminals(Terminals value) {
        this.terminals = value;
        return this;
    }

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                new Surroundings(
                        in,
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminals,
                        environment,
                        Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC)),
                args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
