package io.troubleshooter.http;

import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.ServiceConfig;
import java.time.Clock;
import java.util.Map;

/** {@code tst serve}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        ServiceConfig config = ConfigReader.read(null, System.getenv(), Map.of());
        Service service = Service.start(config, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "tst-stop"));
        System.err.println("tst: listening on http://" + config.listen().host() + ":" + service.port() + "/");
    }
}
