package io.troubleshooter.http.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders that begin and do not go on: they are closed after the idle time, and hold nobody else up meanwhile. */
class SlowTest {

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("limits.idle", "2s"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void headersThatDripAreClosed() throws IOException {
        try (Socket socket = open()) {
            assertThat(dripUntilClosed(socket, "GET /health/live HTTP/1.1\r\nX-Drip: "))
                    .isTrue();
        }
    }

    @Test
    void headersThatDripAfterAGoodRequestAreClosed() throws IOException {
        try (Socket socket = open()) {
            write(socket, "GET /health/live HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
            assertThat(RawAnswer.read(new BufferedInputStream(socket.getInputStream()))
                            .status())
                    .isEqualTo(200);

            assertThat(dripUntilClosed(socket, "GET /health/live HTTP/1.1\r\nX-Drip: "))
                    .isTrue();
        }
    }

    @Test
    void aBodyThatStopsIsAProblem() throws IOException {
        try (Socket socket = open()) {
            write(socket, "POST /v1/diagnose HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 100\r\n\r\nERROR");

            assertThat(RawAnswer.read(new BufferedInputStream(socket.getInputStream()))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void senderThatGoesAwayLeavesNothing() throws IOException {
        String session = service.post("/v1/sessions", "{}").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        try (Socket socket = open()) {
            write(
                    socket,
                    "POST /v1/sessions/" + session + "/evidence HTTP/1.1\r\nHost: " + host()
                            + "\r\nContent-Length: 1000\r\n\r\nERROR half of it\n");
        }
        service.post("/v1/sessions/" + session + "/evidence", "ERROR whole\n");

        assertThat(service.get("/v1/sessions/" + session + "/evidence").body())
                .contains("\"S1\"")
                .doesNotContain("\"S2\"");
    }

    @Test
    void manyThatSayNothingKeepNobodyOut() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                silent.add(open());
            }
            for (int i = 0; i < 40; i++) {
                write(
                        silent.get(i),
                        "POST /v1/diagnose HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 100\r\n\r\nERROR");
            }
            assertThat(service.post("/v1/diagnose", "ERROR disk full\n").statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }

    private static boolean dripUntilClosed(Socket socket, String beginning) throws IOException {
        write(socket, beginning);
        try {
            for (int i = 0; i < 200; i++) {
                write(socket, "a");
                socket.setSoTimeout(100);
                if (closed(socket)) {
                    return true;
                }
            }
        } catch (SocketException closed) {
            return true;
        }
        return false;
    }

    private static boolean closed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[8192]) < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        }
    }

    private static Socket open() throws IOException {
        URI uri = service.uri("/");
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String host() {
        return service.uri("/").getAuthority();
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
