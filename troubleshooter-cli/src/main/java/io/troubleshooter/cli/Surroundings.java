package io.troubleshooter.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * Everything outside the program that a command may touch, so that tests can give their own.
 *
 * @param out results, and nothing else
 * @param err everything else
 */
record Surroundings(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> environment,
        Clock clock) {

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
