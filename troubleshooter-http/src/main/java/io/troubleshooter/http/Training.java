package io.troubleshooter.http;

import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.ServiceConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Does what a service does in its first seconds, so that the classes for it can be kept in an archive. */
final class Training {

    private static final String LOG = "2026-11-20 09:43:10 INFO started\n"
            + "2026-11-20 09:43:11 ERROR could not extend file \"base/1\": No space left on device\n";

    private Training() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tst-training");
        try (Service service = Service.start(settings(folder), Clock.systemUTC())) {
            visit(URI.create("http://127.0.0.1:" + service.port()));
        } finally {
            delete(folder);
        }
    }

    private static ServiceConfig settings(Path folder) {
        return ConfigReader.read(
                null,
                Map.of(),
                Map.of(
                        "listen.port",
                        "0",
                        "storage.file",
                        folder.resolve("a.db").toString()));
    }

    private static void visit(URI service) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of("/", "/health/ready", "/v1/me", "/v1/sessions")) {
            send(client, HttpRequest.newBuilder(service.resolve(path)).GET());
        }
        for (String path : List.of("/v1/diagnose", "/v1/sessions")) {
            String body = path.endsWith("sessions") ? "{}" : LOG;
            send(client, HttpRequest.newBuilder(service.resolve(path)).POST(BodyPublishers.ofString(body)));
        }
    }

    private static void send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.discarding());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
