package io.troubleshooter.http;

import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.ServiceConfig;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings come from; the same for every command, as each has to find the same database and keys. */
final class ConfigOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings in YAML; tst serve --print-config shows them all. The environment goes before them.")
    private @Nullable Path file;

    /** @param options by path, such as {@code listen.port}; they go before all others */
    ServiceConfig read(Map<String, String> options) {
        return ConfigReader.read(file, System.getenv(), options);
    }
}
