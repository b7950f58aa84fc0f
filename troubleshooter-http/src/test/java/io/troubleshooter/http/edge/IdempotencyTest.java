package io.troubleshooter.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.access.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {

    @TempDir
    static Path folder;

    private static RunningService service;
    private static String ada;
    private static String bob;
    private static String admin;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("access.required", "true"));
        ada = service.key("shop", "ada", Role.ANALYST);
        bob = service.key("shop", "bob", Role.ANALYST);
        admin = service.key("shop", "root", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> post(String key, String path, String word, String body) {
        return service.send(request(key, path, word).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String key, String path, String word) {
        return service.with(key, path).header("Idempotency-Key", word).header("Content-Type", "text/plain");
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static boolean isReplay(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstTime() {
        HttpResponse<String> first = post(ada, "/v1/sessions", "\"one\"", "{\"title\":\"a\"}");
        HttpResponse<String> again = post(ada, "/v1/sessions", "one", "{\"title\":\"a\"}");

        assertThat(isReplay(first)).isFalse();
        assertThat(isReplay(again)).isTrue();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
    }

    @Test
    void evidenceThatIsSentTwiceIsTakenOnce() {
        String path = "/v1/sessions/" + id(post(ada, "/v1/sessions", "evidence-session", "{}")) + "/evidence";
        String log = "2026-11-20 09:43:11 ERROR connection refused\n".repeat(20_000);

        HttpResponse<String> first = post(ada, path, "evidence", log);
        HttpResponse<String> again = post(ada, path, "evidence", log);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(isReplay(again)).isTrue();
        assertThat(service.send(service.with(ada, path)).body())
                .contains("\"S1\"")
                .doesNotContain("\"S2\"");
        assertThat(post(ada, path, "evidence", log + "x").statusCode()).isEqualTo(422);
        assertThat(post(ada, path, "evidence", log.substring(1)).statusCode()).isEqualTo(422);
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        id(post(ada, "/v1/sessions", "two", "{\"title\":\"a\"}"));

        HttpResponse<String> other = post(ada, "/v1/sessions", "two", "{\"title\":\"b\"}");
        HttpResponse<String> elsewhere = post(ada, "/v1/diagnose", "two", "ERROR x\n");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"code\":\"key_reused\"");
        assertThat(elsewhere.statusCode()).isEqualTo(422);
    }

    @Test
    void aKeyIsThatOfItsCaller() {
        String first = id(post(ada, "/v1/sessions", "three", "{}"));
        String second = id(post(bob, "/v1/sessions", "three", "{}"));

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        String path = "/v1/sessions/" + id(post(ada, "/v1/sessions", "fail-session", "{}")) + "/evidence";

        assertThat(post(ada, path, "fail", "").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(post(ada, path, "fail", "ERROR x\n").statusCode()).isEqualTo(201);
    }

    @Test
    void secretsAreNotShownAgain() {
        String body = "{\"user\":\"carol\",\"role\":\"viewer\"}";
        HttpResponse<String> first = post(admin, "/v1/admin/keys", "secret", body);
        HttpResponse<String> again = post(admin, "/v1/admin/keys", "secret", body);

        assertThat(first.body()).contains("\"key\":\"tst_");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).doesNotContain("tst_");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String word : new String[] {"\"", "a\"b", "\"\"", "x".repeat(300), "a b"}) {
            HttpResponse<String> answer = post(ada, "/v1/sessions", word, "{}");

            assertThat(answer.statusCode()).as(word).isEqualTo(422);
            assertThat(answer.body()).contains("Idempotency-Key:");
        }
    }

    @Test
    @Timeout(30)
    void whileTheFirstIsInWorkTheSecondIsToldToWait() throws Exception {
        String session = id(post(ada, "/v1/sessions", "slow-session", "{}"));
        String path = "/v1/sessions/" + session + "/evidence";
        HeldBody body = new HeldBody("ERROR x\n".repeat(100_000));
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(
                () -> service.send(request(ada, path, "slow").POST(BodyPublishers.ofInputStream(() -> body))));
        while (service.documents()
                .list("idempotency-of-session/" + session, "", 1)
                .isEmpty()) {
            Thread.onSpinWait();
        }

        HttpResponse<String> second = post(ada, path, "slow", "ERROR x\n");
        body.go.countDown();

        assertThat(second.body()).contains("\"code\":\"in_progress\"");
        assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(first.get().statusCode()).isEqualTo(201);
    }

    /** Gives its second half when it is told to. */
    private static final class HeldBody extends InputStream {

        private final CountDownLatch go = new CountDownLatch(1);
        private final InputStream text;
        private final int half;
        private int given;

        HeldBody(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            this.text = new ByteArrayInputStream(bytes);
            this.half = bytes.length / 2;
        }

        @Override
        public int read() throws IOException {
            if (given++ == half) {
                try {
                    go.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
            }
            return text.read();
        }
    }
}
