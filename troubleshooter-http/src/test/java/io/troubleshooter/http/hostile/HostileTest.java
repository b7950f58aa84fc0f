package io.troubleshooter.http.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of people who mean harm, byte for byte, to a real service: each gets a clear answer, and the next one too. */
class HostileTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.in(
                folder, Map.of("limits.unpacked", "8MiB", "limits.body", "4MiB", "limits.paste", "1MiB"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<HostileCase> cases() {
        return Stream.of("addresses", "headers", "ssrf", "bombs", "multipart", "texts")
                .flatMap(table -> HostileCase.of(table).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void getsAClearAnswer(HostileCase hostile) throws IOException {
        RawAnswer answer = send(hostile.request());

        assertThat(answer.status()).as(answer.body()).isEqualTo(hostile.status());
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        if (hostile.code().equals("-")) {
            assertThat(answer.header("Content-Type")).matches("application/json|text/plain;.*");
            assertThat(answer.header("Set-Cookie") + answer.header("X-Evil")).isEmpty();
            assertThat(answer.body()).doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");
        } else {
            JsonNode problem = MAPPER.readTree(answer.body());
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(problem.path("code").asText()).isEqualTo(hostile.code());
            assertThat(problem.path("advice").asText()).isNotEmpty();
        }
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
    }

    private static RawAnswer send(String request) throws IOException {
        URI uri = service.uri("/");
        byte[] bytes = RawRequest.bytes(request, Map.of("host", uri.getAuthority()));
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(bytes);
            } catch (SocketException refusedEarly) {
                // The answer may be there all the same.
            }
            return RawAnswer.read(new BufferedInputStream(socket.getInputStream()));
        }
    }
}
