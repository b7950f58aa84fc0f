package io.troubleshooter.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session shows, and what is said in it, over HTTP; each answer is held against {@code openapi.yaml}. */
class ViewsOverHttpTest {

    private static final String LOG = """
            2026-11-20 09:43:10 INFO  orders served 12 requests of 10.1.2.3
            2026-11-20 09:43:11 ERROR could not extend file "base/1": No space left on device
            java.io.IOException: No space left on device
            \tat org.example.Disk.write(Disk.java:12)
            2026-11-20 09:43:12 WARN  <img src=x onerror=alert(1)> is slow
            """;

    @TempDir
    static Path folder;

    private static RunningService service;
    private static String session;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of());
        session = json(postJson("/v1/sessions", "{}")).path("id").textValue();
        assertThat(service.post("/v1/sessions/" + session + "/evidence?name=app.log", LOG)
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> postJson(String path, String body) {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> delete(String path) {
        return service.send(HttpRequest.newBuilder(service.uri(path)).DELETE());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String path(String view) {
        return "/v1/sessions/" + session + "/" + view;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diagnosis",
                "groups?level=WARN&limit=1",
                "timeline",
                "entities",
                "lines?from=1&to=5",
                "outline",
                "search?q=space&level=ERROR",
                "redactions",
                "feedback",
                "comments"
            })
    void everyViewCanBeSeenUnderThePathAndByTheHeader(String view) {
        HttpResponse<String> byPath = service.get(path(view));
        HttpResponse<String> byHeader =
                service.send(HttpRequest.newBuilder(service.uri("/v1/" + view)).header("X-Session-ID", session));

        assertThat(byPath.statusCode()).isEqualTo(200);
        assertThat(byHeader.body()).isEqualTo(byPath.body());
        assertThat(byPath.body()).doesNotContain("10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html", "json", "postmortem", "text"})
    void aReportIsAFileThatRunsNothing(String format) {
        HttpResponse<String> report = service.get(path("report?format=" + format));

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"(report|postmortem)-[0-9a-f]{8}\\.(md|html|json|txt)\"");
        assertThat(report.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox");
        assertThat(report.body()).contains("No space left").doesNotContain("10.1.2.3");
        assertThat(format.equals("html") && report.body().contains("<img")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines?source=S9",
                "lines?source=T1",
                "lines?from=0",
                "lines?from=5&to=2",
                "lines?to=3000",
                "outline?source=../S1",
                "groups?level=loud",
                "groups?cursor=%00",
                "groups?limit=0",
                "search?q=(&regex=true",
                "search?q=x%0Ay",
                "search?q=x&from=yesterday",
                "comments?cursor=..%2F..%2F",
                "report?format=exe"
            })
    void whatCannotBeMeantIsAProblemThatNamesTheParameter(String view) {
        HttpResponse<String> answer = service.get(path(view));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("errors").get(0).path("pointer").textValue())
                .startsWith("?");
    }

    @Test
    void aSourceIsReadToItsLastLine() {
        JsonNode lines = json(service.get(path("lines?source=S1&from=4&to=400")));

        assertThat(lines.path("to").intValue()).isEqualTo(5);
        assertThat(lines.path("lines").get(1).path("text").textValue()).contains("<img src=x");
    }

    @Test
    void feedbackAndCommentsComeBackAndCanBeRemoved() {
        HttpResponse<String> said =
                postJson(path("feedback"), "{\"rank\":1,\"verdict\":\"yes\",\"note\":\"ask 10.9.8.7\"}");
        assertThat(said.statusCode()).isEqualTo(201);
        assertThat(service.get(path("feedback")).body()).contains("<ip:").doesNotContain("10.9.8.7");
        assertThat(json(service.get("/v1/admin/feedback")).path("feedback").findValuesAsText("session"))
                .contains(session);
        assertThat(delete(said.headers().firstValue("Location").orElseThrow()).statusCode())
                .isEqualTo(204);

        HttpResponse<String> comment =
                postJson(path("comments"), "{\"text\":\"see a@corp.example\",\"on\":{\"line\":\"S1:2\"}}");
        assertThat(comment.statusCode()).isEqualTo(201);
        assertThat(service.get(path("comments")).body()).contains("<email:").doesNotContain("a@corp");
        String location = comment.headers().firstValue("Location").orElseThrow();
        assertThat(delete(location).statusCode()).isEqualTo(204);
        assertThat(delete(location).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasSaidIsGoneWithTheSession() {
        String other = json(postJson("/v1/sessions", "{}")).path("id").textValue();
        service.post("/v1/sessions/" + other + "/evidence", LOG);
        postJson("/v1/sessions/" + other + "/feedback", "{\"rank\":1,\"verdict\":\"no\"}");
        postJson("/v1/sessions/" + other + "/comments", "{\"text\":\"x\"}");

        assertThat(delete("/v1/sessions/" + other).statusCode()).isEqualTo(204);
        assertThat(service.get("/v1/sessions/" + other + "/comments").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/v1/admin/feedback").body()).doesNotContain(other);
    }
}
