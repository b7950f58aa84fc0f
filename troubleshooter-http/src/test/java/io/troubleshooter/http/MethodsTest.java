package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HEAD, OPTIONS and what is not offered, where every caller has to show a key. */
class MethodsTest {

    @TempDir
    static Path folder;

    private static RunningService service;
    private static String key;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("access.required", "true"));
        key = service.key("shop", "ann", Role.ANALYST);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> call(String method, String path) {
        return service.send(service.with(key, path).method(method, BodyPublishers.noBody()));
    }

    @Test
    void whatCannotBeDoneIsAnsweredWithWhatCan() {
        HttpResponse<String> answer = call("PUT", "/v1/sessions");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
        assertThat(call("GET", "/v1/diagnose").headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    }

    @Test
    void optionsTellsWhatCanBeDoneWithoutDoingIt() {
        HttpResponse<String> answer = call("OPTIONS", "/v1/sessions/s-1");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD", "PATCH", "DELETE");
        assertThat(call("OPTIONS", "/no/such/thing").statusCode()).isEqualTo(404);
    }

    @Test
    void headHasTheHeadersOfGetAndIsCheckedLikeIt() {
        HttpResponse<String> get = call("GET", "/v1/me");
        HttpResponse<String> head = call("HEAD", "/v1/me");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
        assertThat(call("HEAD", "/v1/sessions/unknown").statusCode()).isEqualTo(404);
        HttpRequest.Builder unknown =
                HttpRequest.newBuilder(service.uri("/v1/me")).method("HEAD", BodyPublishers.noBody());
        assertThat(service.send(unknown).statusCode()).isEqualTo(401);
    }

    @Test
    void headOfAStreamDoesNotOpenIt() {
        assertThat(call("HEAD", "/v1/sessions/s-1/questions/q1/events").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReportHasTheFormThatIsAcceptedUnlessOneIsNamed() {
        assertThat(form("text/markdown", "")).isEqualTo("text/markdown;charset=utf-8");
        assertThat(form("application/xml, text/plain;q=0.5", "")).isEqualTo("text/plain;charset=utf-8");
        assertThat(form("text/html;q=0.2, application/json", "")).isEqualTo("application/json");
        assertThat(form("*/*", "")).isEqualTo("application/json");
        assertThat(form("application/xml", "?format=markdown")).isEqualTo("text/markdown;charset=utf-8");
        assertThat(form("application/json;q=0, text/html;level=1;q=0.1", "")).isEqualTo("text/html;charset=utf-8");
        HttpResponse<String> refused = diagnose("application/xml", "");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.body()).contains("\"not_acceptable\"");
    }

    private static String form(String accepted, String query) {
        HttpResponse<String> answer = diagnose(accepted, query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElseThrow().replace("; ", ";");
    }

    private static HttpResponse<String> diagnose(String accepted, String query) {
        return service.send(service.with(key, "/v1/diagnose" + query)
                .header("Accept", accepted)
                .POST(BodyPublishers.ofString("ERROR No space left on device\n")));
    }

    @Test
    void whatSpendsTellsTheBudget() {
        assertThat(diagnose("*/*", "").headers().firstValue("RateLimit").orElseThrow())
                .contains("\"requests\";r=", "\"budget\";r=1000000;t=");
    }

    @Test
    void questionsThatWouldBeCutAreRefused() {
        String id = service.send(service.with(key, "/v1/sessions").POST(BodyPublishers.ofString("{}")))
                .body()
                .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        String body = "{\"question\":\"" + "why ".repeat(2_001) + "\"}";
        HttpResponse<String> answer = service.send(
                service.with(key, "/v1/sessions/" + id + "/questions").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/question", "8000 characters");
    }
}
