package io.troubleshooter.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service for everybody at this machine, and what a page from elsewhere could try in somebody's browser. */
class LocalAccessTest {

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("listen.publicUrl", "http://logs.test:8080"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The status line of the answer to a request with these headers. */
    private static String ask(String path, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.uri("/").getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n")[0];
        }
    }

    @Test
    void everybodyAtThisMachineMayDoEverything() {
        assertThat(service.get("/v1/me").body()).contains("\"means\":\"local\"", "\"role\":\"admin\"");
    }

    @Test
    void namesOfThisMachineAreAnswered() throws IOException {
        for (String host : List.of("localhost", "127.0.0.1:1", "[::1]:8080", "LOCALHOST:80", "logs.test:8080")) {
            assertThat(ask("/v1/me", "Host: " + host)).contains(" 200 ");
        }
    }

    @Test
    void aNameThatSomebodyPointsHereIsNotAnswered() throws IOException {
        for (String host :
                List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "logs.test")) {
            for (String path : List.of("/v1/me", "/", "/health/live")) {
                assertThat(ask(path, "Host: " + host)).as(host + path).contains(" 403 ");
            }
        }
    }

    @Test
    void pagesOfOtherOriginsMayNotAsk() throws IOException {
        String host = "Host: localhost:8080";

        assertThat(ask("/v1/me", host, "Origin: https://evil.example")).contains(" 403 ");
        assertThat(ask("/v1/me", host, "Origin: http://localhost:3000")).contains(" 403 ");
        assertThat(ask("/v1/me", host, "Origin: null")).contains(" 403 ");
        assertThat(ask("/v1/me", host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"))
                .contains(" 403 ");
        assertThat(ask("/v1/me", host, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
                .contains(" 403 ");
        assertThat(ask("/v1/me", host, "Origin: http://localhost:8080")).contains(" 200 ");
        assertThat(ask("/v1/me", host, "Sec-Fetch-Site: same-origin")).contains(" 200 ");
    }

    @Test
    void aLinkFromElsewhereToThePageIsFollowed() throws IOException {
        assertThat(ask("/", "Host: localhost:8080", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
                .contains(" 200 ");
    }

    @Test
    void whatIsShownAndWrongIsRefusedAlsoHere() {
        assertThat(service.send(service.with("tst_wrong", "/v1/me")).statusCode())
                .isEqualTo(401);
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/v1/me")).header("X-Share-Token", "wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theCookieOfALoginThatIsOverDoesNotLockAnybodyOut() {
        String cookie = "tst_login=" + "A".repeat(43);

        assertThat(service.send(HttpRequest.newBuilder(service.uri("/v1/me")).header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(200);
    }
}
