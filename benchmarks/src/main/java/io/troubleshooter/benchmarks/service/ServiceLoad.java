package io.troubleshooter.benchmarks.service;

import io.troubleshooter.benchmarks.LogGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Diagnoses of 10 kB at a fixed rate while streams of events are open. Load generator and service share the machine.
 *
 * <p>Usage: {@code ServiceLoad JAR SECONDS RATE STREAMS}
 */
public final class ServiceLoad {

    private static final int BODY = 10_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Latencies latencies = new Latencies();
    private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();
    private final AtomicLong open = new AtomicLong();

    private ServiceLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tst-load");
        int seconds = Integer.parseInt(args[1]);
        int streams = Integer.parseInt(args[3]);
        try (SlowModel model = SlowModel.thinkingFor(TimeUnit.MINUTES.toMillis(10));
                ServiceProcess service =
                        ServiceProcess.start(Path.of(args[0]), "512m", folder, settings(model.endpoint()))) {
            new ServiceLoad().run(service, seconds, Integer.parseInt(args[2]), streams);
        }
        System.exit(0);
    }

    private static Map<String, String> settings(String endpoint) {
        return Map.of(
                "TST_MODEL_PROVIDER", "openai",
                "TST_MODEL_ID", "slow",
                "TST_MODEL_API_KEY", "none",
                "TST_MODEL_ENDPOINT", endpoint,
                "TST_LIMITS_REQUESTS_PER_MINUTE", "1000000");
    }

    private void run(ServiceProcess service, int seconds, int rate, int streams)
            throws IOException, InterruptedException {
        List<byte[]> bodies = bodies();
        send(
                service.at("/v1/diagnose?provider=offline"),
                bodies,
                500,
                50); // warm, as a service is that has run for a minute
        TimeUnit.SECONDS.sleep(2);
        latencies.clear();
        EventStreams watched = new EventStreams(client, uri -> service.at(uri.toString()));
        watched.open(streams, Math.min(streams, 10));
        TimeUnit.SECONDS.sleep(5); // until all are open
        System.out.println("memory MiB, threads, streams:");
        for (int minute = 0; minute * 30 < seconds; minute++) {
            send(service.at("/v1/diagnose?provider=offline"), bodies, Math.min(30, seconds - minute * 30) * rate, rate);
            System.out.println(service.residentMiB() + " MiB, " + service.threads() + " threads, " + watched);
        }
        await();
        System.out.println(latencies + "; failed: " + failures);
        watched.end();
    }

    private static List<byte[]> bodies() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new LogGenerator(7, false).write(20_000, log);
        byte[] all = log.toByteArray();
        List<byte[]> bodies = new ArrayList<>();
        for (int at = 0; at + BODY < all.length && bodies.size() < 200; at += BODY) {
            byte[] body = new byte[BODY];
            System.arraycopy(all, at, body, 0, BODY);
            bodies.add(body);
        }
        return bodies;
    }

    /** Sends when each request is due, whether or not earlier ones were answered. */
    private void send(URI target, List<byte[]> bodies, int count, int rate) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            send(target, bodies.get(i % bodies.size()), due);
        }
    }

    private void send(URI target, byte[] body, long due) {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        open.incrementAndGet();
        client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failed) -> {
            latencies.add(System.nanoTime() - due);
            if (failed != null || answer.statusCode() != 200) {
                failures.merge(failed == null ? "" + answer.statusCode() : failed.getMessage(), 1, Integer::sum);
            }
            open.decrementAndGet();
        });
    }

    private void await() throws InterruptedException {
        for (int i = 0; i < 300 && open.get() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
