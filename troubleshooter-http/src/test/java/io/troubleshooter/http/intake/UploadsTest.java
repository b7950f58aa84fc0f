package io.troubleshooter.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence that stays: brought at once or by an upload, kept whole or not at all. */
class UploadsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String LOG =
            "2026-11-20 09:43:11 ERROR could not extend file: No space left on device, user ann@example.com\n";

    @TempDir
    static Path folder;

    private static RunningService service;

    private String session = "";

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("limits.upload", "1MiB"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void create() {
        session = json(service.post("/v1/sessions", "{}")).path("id").asText();
    }

    @Test
    void evidenceIsAnsweredWithItsSourcesTheSessionAndTheDiagnosis() {
        HttpResponse<String> answer = service.post("/v1/sessions/" + session + "/evidence?name=db.log", LOG);
        JsonNode json = json(answer);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/v1/sessions/" + session + "/evidence");
        assertThat(json.at("/sources/0/id").asText()).isEqualTo("S1");
        assertThat(json.at("/sources/0/name").asText()).isEqualTo("db.log");
        assertThat(json.at("/sources/0/lines").asInt()).isEqualTo(1);
        assertThat(json.at("/sources/0/added").asText()).isNotEmpty();
        assertThat(json.at("/session/id").asText()).isEqualTo(session);
        assertThat(json.at("/session/redacted").asInt()).isEqualTo(1);
        assertThat(json.at("/diagnosis/verdict").asText()).isEqualTo("incident");
        assertThat(answer.body()).doesNotContain("ann@example.com");
    }

    @Test
    void theNextEvidenceIsTheNextSourceAndTheDiagnosisIsOfAll() {
        service.post("/v1/sessions/" + session + "/evidence", "2026-11-20 09:43:10 INFO nothing\n");
        JsonNode second = json(service.post("/v1/sessions/" + session + "/evidence", LOG));

        assertThat(second.path("sources")).hasSize(1);
        assertThat(second.at("/sources/0/id").asText()).isEqualTo("S2");
        assertThat(second.at("/session/sources")).hasSize(2);
        assertThat(json(service.get("/v1/sessions/" + session + "/evidence")).path("sources"))
                .hasSize(2);
    }

    @Test
    void ofAFormThatIsDamagedNothingIsKept() {
        String form = "--X\r\nContent-Disposition: form-data; name=f; filename=a.log\r\n\r\n" + LOG
                + "\r\n--X\r\nContent-Disposition: form-data; name=f; filename=b.log\r\n\r\n" + LOG;

        HttpResponse<String> answer =
                service.send(HttpRequest.newBuilder(service.uri("/v1/sessions/" + session + "/evidence"))
                        .header("Content-Type", "multipart/form-data; boundary=X")
                        .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(kept()).isZero();
    }

    @Test
    void anUploadIsReadLikeOtherEvidence() {
        HttpResponse<String> answer = put(slot(LOG.length(), sha256(LOG)), LOG);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).at("/sources/0/name").asText()).isEqualTo("big.log");
        assertThat(json(answer).at("/diagnosis/verdict").asText()).isEqualTo("incident");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aSlotIsUsedOnceEvenAtTheSameMoment() {
        String url = slot(LOG.length(), null);

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> put(url, LOG).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).startsWith(201).hasSize(8);
        assertThat(answers.subList(1, 8)).containsOnly(410);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whatIsNotAsAnnouncedIsNotKept() {
        assertRefused(put(slot(LOG.length() + 1, null), LOG), "/size");
        assertRefused(put(slot(LOG.length() - 1, null), LOG), "/size");
        assertRefused(put(slot(LOG.length(), sha256("something else")), LOG), "/sha256");
        assertThat(kept()).isZero();
    }

    @Test
    void slotsThatNobodyMadeAreGone() {
        for (String token : List.of("x", "x.y", session + ".", session + ".AAAA", "..")) {
            assertThat(put("/v1/uploads/" + token, LOG).statusCode()).as(token).isIn(400, 410);
        }
    }

    @Test
    void aSlotSaysWhatIsWrongWithIt() {
        Map<String, Integer> wrong = Map.of(
                "{}", 422,
                "{\"size\":0}", 422,
                "{\"size\":\"5\"}", 422,
                "{\"size\":1e99}", 422,
                "{\"size\":5,\"sha256\":\"abc\"}", 422,
                "{\"size\":5,\"type\":\"image/png\"}", 415,
                "{\"size\":2000000}", 413);
        wrong.forEach((json, status) -> assertThat(service.post("/v1/sessions/" + session + "/uploads", json)
                        .statusCode())
                .as(json)
                .isEqualTo(status));
    }

    @Test
    void slotsOfASessionAreBounded() {
        for (int i = 0; i < 20; i++) {
            slot(5, null);
        }

        assertThat(service.post("/v1/sessions/" + session + "/uploads", "{\"size\":5}")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void aSlotOfASessionThatWasDeletedIsGone() {
        String url = slot(LOG.length(), null);
        service.send(
                HttpRequest.newBuilder(service.uri("/v1/sessions/" + session)).DELETE());

        assertThat(put(url, LOG).statusCode()).isIn(404, 410);
    }

    private void assertRefused(HttpResponse<String> answer, String pointer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    private int kept() {
        return json(service.get("/v1/sessions/" + session + "/evidence"))
                .path("sources")
                .size();
    }

    private String slot(long size, String sha256) {
        String hash = sha256 == null ? "null" : "\"" + sha256 + "\"";
        HttpResponse<String> answer = service.post(
                "/v1/sessions/" + session + "/uploads",
                "{\"name\":\"big.log\",\"size\":" + size + ",\"sha256\":" + hash + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("url").asText();
    }

    private static HttpResponse<String> put(String url, String body) {
        return service.send(HttpRequest.newBuilder(service.uri(url)).PUT(BodyPublishers.ofString(body)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
