package io.troubleshooter.benchmarks.scaleout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The service as a careful client calls it: each writing has a key of its own, and what got no answer, or the answer to
 * come again, is repeated unchanged. Thread-safe.
 */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI proxy;
    private final Semaphore pace;
    private final Figures figures;

    /** @param pace gives a permit for each request that may be sent */
    Api(URI proxy, Semaphore pace, Figures figures) {
        this.proxy = proxy;
        this.pace = pace;
        this.figures = figures;
    }

    /** What came of the requests. */
    record Figures(AtomicLong requests, AtomicLong repeated, AtomicLong refused, Latency latency) {

        static Figures nothing() {
            return new Figures(new AtomicLong(), new AtomicLong(), new AtomicLong(), new Latency());
        }
    }

    /**
     * An answer.
     *
     * @param by the instance that gave it, as the proxy says
     */
    record Given(int status, JsonNode json, String by) {}

    Given get(String key, String path) throws InterruptedException {
        return send(request(key, path));
    }

    Given post(String key, String path, String type, String body) throws InterruptedException {
        return send(request(key, path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(proxy.resolve(path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(40));
    }

    HttpClient client() {
        return client;
    }

    void await() throws InterruptedException {
        pace.acquire();
        figures.requests().incrementAndGet();
    }

    private Given send(HttpRequest.Builder request) throws InterruptedException {
        long begin = System.nanoTime();
        for (long pause = 100; ; pause = Math.min(2 * pause, 2_000)) {
            await();
            try {
                long start = System.nanoTime();
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                if (!isToBeRepeated(answer)) {
                    figures.latency().add(System.nanoTime() - start);
                    return given(answer);
                }
                figures.refused().incrementAndGet();
            } catch (IOException broken) {
                figures.repeated().incrementAndGet();
            }
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException(
                        "no answer for " + request.build().uri());
            }
            Thread.sleep(pause);
        }
    }

    private static boolean isToBeRepeated(HttpResponse<String> answer) {
        int status = answer.statusCode();
        return status == 429
                || status == 502
                || status == 503
                || status == 504
                || status == 409 && answer.body().contains("in_progress");
    }

    private static Given given(HttpResponse<String> answer) {
        String by = answer.headers().firstValue("X-Served-By").orElse("?");
        try {
            return new Given(answer.statusCode(), JSON.readTree(answer.body()), by);
        } catch (IOException noJson) {
            return new Given(answer.statusCode(), JSON.createObjectNode(), by);
        }
    }
}
