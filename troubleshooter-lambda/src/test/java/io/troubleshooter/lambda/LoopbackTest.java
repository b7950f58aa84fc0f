package io.troubleshooter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Reply ask(Duration patience, List<Header> headers, HttpHandler answer) throws InterruptedException {
        server.createContext("/", answer);
        Call call = new Call("GET", "/", "", headers, new byte[0], "198.51.100.7");
        return new Loopback(server.getAddress().getPort(), 1000).ask(call, "r-1", patience);
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void stay() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertProblem(ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void theHostThatUsersTypedAndTheSenderThatTheGatewaySawComeThrough() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>("");
        ask(
                Duration.ofSeconds(20),
                List.of(new Header("Host", "tst.example.com"), new Header("X-Forwarded-For", "6.6.6.6")),
                exchange -> {
                    seen.set(exchange.getRequestHeaders().getFirst("Host") + " "
                            + exchange.getRequestHeaders().get("X-Forwarded-For"));
                    send(exchange, "text/plain", "");
                    exchange.close();
                });

        assertThat(seen).hasValue("tst.example.com [198.51.100.7]");
    }

    @Test
    void anAnswerThatIsTooLargeIsAProblem() {
        assertProblem(
                ProblemCode.ANSWER_TOO_LARGE,
                () -> ask(Duration.ofSeconds(20), List.of(), exchange -> {
                    send(exchange, "text/plain", "x".repeat(1001));
                    exchange.close();
                }));
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAProblem() {
        assertProblem(ProblemCode.OUT_OF_TIME, () -> ask(Duration.ofMillis(300), List.of(), exchange -> stay()));
    }

    @Test
    void anAnswerThatDoesNotEndInTimeIsAProblem() {
        assertProblem(
                ProblemCode.OUT_OF_TIME,
                () -> ask(Duration.ofMillis(300), List.of(), exchange -> {
                    send(exchange, "text/plain", "begin");
                    stay();
                }));
    }
}
