package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryOverHttpTest {

    private static final String SECRET = "AKIAQ7ZK3XW5PLT9MN2V";

    private static final String LOG = "2026-11-20 09:43:11 ERROR upload failed for key " + SECRET
            + " of maria.planted@example.org: No space left on device\n";

    @TempDir
    Path folder;

    @Test
    void figuresOfRequestsAreThereForPrometheus() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            service.post("/v1/diagnose", LOG);
            service.get("/v1/sessions/nix-7f3c-planted");

            String figures = service.get("/metrics").body();

            assertThat(figures)
                    .contains("http_server_request_duration_seconds_count")
                    .contains("http_route=\"/v1/diagnose\"")
                    .doesNotContain("planted")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void whatCannotBeReadIsCountedAsWhatTheCallerWasTold() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            HttpResponse<String> answer = service.post("/v1/diagnose", "\0\1\2\3".repeat(500));

            assertThat(answer.body()).contains("\"code\":\"unusable_evidence\"");
            assertThat(service.get("/metrics").body())
                    .contains("tst_problems_total{tst_outcome=\"unusable_evidence\"} 1.0")
                    .contains("http_response_status_code=\"422\",http_route=\"/v1/diagnose\"");
        }
    }

    @Test
    void aRequestJoinsTheTraceOfItsCallerAndSaysWhereItIsFound() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

            HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri("/health/live"))
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

            assertThat(answer.headers().firstValue("traceresponse").orElse("")).startsWith("00-" + trace);
        }
    }

    @Test
    void aBrokenTraceparentIsNoReasonToRefuse() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            HttpResponse<String> answer = service.send(
                    HttpRequest.newBuilder(service.uri("/health/live")).header("traceparent", "00-zz-ff"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("traceresponse")).isPresent();
        }
    }

    @Test
    void spansAndFiguresGoToTheCollectorWithoutEvidence() throws IOException {
        Map<String, String> received = new ConcurrentHashMap<>();
        HttpServer collector = collector(received);
        try {
            String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
            try (RunningService service = RunningService.in(folder, Map.of("telemetry.otlp", endpoint))) {
                service.send(HttpRequest.newBuilder(service.uri("/v1/diagnose?question=why+did+maria+planted+fail"))
                        .POST(BodyPublishers.ofString(LOG)));
            }

            assertThat(received.get("/v1/traces"))
                    .contains("/v1/diagnose")
                    .doesNotContain("planted")
                    .doesNotContain(SECRET);
            assertThat(received.get("/v1/metrics"))
                    .contains("http.server.request.duration")
                    .doesNotContain("planted")
                    .doesNotContain(SECRET);
        } finally {
            collector.stop(0);
        }
    }

    /** Keeps what it is sent, byte for character. */
    private static HttpServer collector(Map<String, String> received) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.merge(
                    exchange.getRequestURI().getPath(), new String(body, StandardCharsets.ISO_8859_1), String::concat);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
