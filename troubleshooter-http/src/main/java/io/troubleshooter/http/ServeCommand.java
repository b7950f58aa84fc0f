package io.troubleshooter.http;

import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.ServiceConfig;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tst serve}. */
@Command(
        name = "serve",
        description =
                "Starts the service: a page and an HTTP API, on this machine only as long as it asks for no keys.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A setting such as listen.port can also come from a variable such as TST_LISTEN_PORT.",
            "Ends on SIGTERM or Ctrl-C; what is in work then gets limits.shutdown, and the rest is taken up at the next start.",
            "Exit code 1: it failed; 2: a setting is wrong."
        })
final class ServeCommand implements Runnable {

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--host", description = "Address to listen on; by default this machine only.")
    private @Nullable String host;

    @Option(names = "--port", description = "Port to listen on, 8080 by default; 0 for any that is free.")
    private @Nullable Integer port;

    @Option(names = "--print-config", description = "Prints all settings, their defaults and what they mean.")
    private boolean print;

    @Override
    public void run() {
        if (print) {
            System.out.print(ConfigReader.documented());
            return;
        }
        ServiceConfig settings = config.read(options());
        Service service = Service.start(settings, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "tst-stop"));
        System.err.println("tst: listening on " + address(settings, service.port()));
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        if (host != null) {
            options.put("listen.host", host);
        }
        if (port != null) {
            options.put("listen.port", port.toString());
        }
        return options;
    }

    private static String address(ServiceConfig settings, int port) {
        String given = settings.listen().host();
        String host = given.contains(":") && !given.startsWith("[") ? "[" + given + "]" : given;
        return (settings.listen().keystore().isEmpty() ? "http://" : "https://") + host + ":" + port + "/";
    }
}
