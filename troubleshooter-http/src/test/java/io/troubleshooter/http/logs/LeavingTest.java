package io.troubleshooter.http.logs;

import static io.troubleshooter.http.logs.LogsFixture.json;
import static io.troubleshooter.http.logs.LogsFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A query that takes long, and clients and operators who do not wait for it. */
@Timeout(50)
class LeavingTest {

    private static final int FOR_EVER = 1_000;
    private static final String GROUP = "/aws/lambda/checkout";
    private static final String QUERY = "{\"cloudwatch\": {\"group\": \"" + GROUP
            + "\", \"from\": \"1h\", \"query\": \"fields @timestamp, @log, @message\"}}";

    @TempDir
    Path folder;

    private final CloudWatchLogsServer server = new CloudWatchLogsServer();
    private RunningService service;
    private String session;

    @BeforeEach
    void start() {
        server.put(GROUP, "a", Instant.now().minusSeconds(600), "ERROR order 7 failed");
        Map<String, String> settings = LogsFixture.settings(server, GROUP);
        settings.put("cloudwatch.timeout", "5m");
        settings.put("limits.idle", "2s");
        service = RunningService.in(folder, settings);
        session = session(service);
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private String request(String after) {
        URI at = service.uri("/v1/sessions/" + session + "/evidence");
        return "POST " + at.getPath() + " HTTP/1.1\r\nHost: " + at.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + QUERY.length() + "\r\n\r\n" + QUERY
                + after;
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", service.uri("/").getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void theQueryOfAClientWhoLeavesIsStopped() throws IOException {
        server.queries(FOR_EVER, 1_000);

        try (Socket client = send(request(""))) {
            until(() -> server.calls("GetQueryResults") > 0);
            assertThat(client.isConnected()).isTrue();
        }

        until(() -> !server.stopped().isEmpty());
        until(() -> service.audit().recent(5).stream()
                .anyMatch(event -> event.detail().endsWith("end=stopped")));
        assertThat(json(service.get("/v1/sessions/" + session + "/evidence")).path("sources"))
                .isEmpty();
    }

    @Test
    void aServiceThatStopsStopsItToo() {
        server.queries(FOR_EVER, 1_000);
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(service.uri("/v1/sessions/" + session + "/evidence"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(QUERY))
                                .build(),
                        BodyHandlers.ofString());
        until(() -> server.calls("GetQueryResults") > 0);

        service.close();

        assertThat(server.stopped()).hasSize(1);
        // The connection may be closed before the answer is out.
        assertThat(answer.handle((told, broken) -> told == null ? 503 : told.statusCode())
                        .join())
                .isEqualTo(503);
    }

    @Test
    void whoWaitsLongerThanAConnectionMayBeIdleGetsTheAnswer() {
        server.queries(3, 1_000);

        assertThat(LogsFixture.add(service, session, QUERY.substring(15, QUERY.length() - 1))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoSendsTheNextRequestMeanwhileIsAnsweredTheFirst() throws IOException {
        server.queries(2, 1_000);
        String next = "GET /version HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

        try (Socket client = send(request(""))) {
            until(() -> server.calls("StartQuery") > 0);
            client.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
            String all = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all).startsWith("HTTP/1.1 201").containsOnlyOnce("HTTP/1.1");
        }
    }
}
