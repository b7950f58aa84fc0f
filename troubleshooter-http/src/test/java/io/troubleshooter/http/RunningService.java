package io.troubleshooter.http;

import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.access.ApiKeys;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.route.RouteTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A real service on a real SQLite file and a free port of this machine. What it answers is held against {@code openapi.yaml}. */
public final class RunningService implements AutoCloseable {

    private final Service service;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(Service service) {
        this.service = service;
    }

    /** @param settings over the defaults, by path, such as {@code limits.queue} */
    public static RunningService in(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("listen.port", "0");
        all.putIfAbsent("storage.file", folder.resolve("service.db").toString());
        return new RunningService(Service.start(ConfigReader.read(null, Map.of(), all), Clock.systemUTC()));
    }

    /** One of several instances on these stores; closed with them, or as if their process had been killed. */
    public static RunningService on(ReachableStores stores, Map<String, String> settings) {
        return on(stores, settings, Clock.systemUTC());
    }

    /** The same, at a time of its own. */
    public static RunningService on(ReachableStores stores, Map<String, String> settings, Clock clock) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("listen.port", "0");
        Instances.Pace pace = new Instances.Pace(Duration.ofSeconds(3), Duration.ofMillis(200), Duration.ofMillis(50));
        return new RunningService(Service.start(ConfigReader.read(null, Map.of(), all), stores.stores(), pace, clock));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    /** A new key of this service. */
    public String key(String project, String user, Role role) {
        return service.parts()
                .doors()
                .keys()
                .create(project, user, role, "", null)
                .secret();
    }

    /** A key whose time is over. */
    public String expiredKey(String project, String user, Role role) {
        Clock lastYear = Clock.offset(Clock.systemUTC(), Duration.ofDays(-365));
        return new ApiKeys(documents(), lastYear)
                .create(project, user, role, "", Duration.ofDays(364))
                .secret();
    }

    /** A request with this key. */
    public HttpRequest.Builder with(String key, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
    }

    /** What it keeps besides sessions. */
    public Documents documents() {
        return service.parts().documents();
    }

    /** What was done in it. */
    public AuditLog audit() {
        return service.parts().audit();
    }

    /** All that can be asked of it. */
    public RouteTable routes() {
        return service.routes();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            Contract.check(answer);
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
