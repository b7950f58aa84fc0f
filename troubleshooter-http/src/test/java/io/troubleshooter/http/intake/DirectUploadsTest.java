package io.troubleshooter.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.aws.s3.S3Fixture;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.http.ReachableStores;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.StandInsForAws;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3Client;

/** Large files that go to S3 itself, by a service on DynamoDB Local and an S3 server. */
@Timeout(120)
class DirectUploadsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SECRET = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    private static final String LOG =
            "2026-11-20 09:43:11 ERROR could not extend file: No space left on device, token " + SECRET + "\n";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> SETTINGS = new HashMap<>();

    private static RunningService service;
    private static String bucket = "";

    private String session = "";

    @BeforeAll
    static void start() {
        SETTINGS.putAll(StandInsForAws.settings("tst-direct"));
        bucket = SETTINGS.get("storage.bucket");
        SETTINGS.put("storage.directUploads", "true");
        service = RunningService.on(ReachableStores.of(SETTINGS), SETTINGS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void create() {
        session = json(service.post("/v1/sessions", "{}")).path("id").asText();
    }

    /** And with it what a test has left in the bucket. */
    @AfterEach
    void removeSession() {
        service.send(
                HttpRequest.newBuilder(service.uri("/v1/sessions/" + session)).DELETE());
    }

    @Test
    void whatWasSentToTheBucketIsReadLikeOtherEvidenceAndRemovedFromThere() {
        JsonNode slot = slot(LOG);
        assertThat(put(slot, LOG)).isEqualTo(200);
        assertThat(stored()).contains(SECRET);

        HttpResponse<String> answer = complete(slot);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).at("/sources/0/name").asText()).isEqualTo("big.log");
        assertThat(json(answer).at("/diagnosis/verdict").asText()).isEqualTo("incident");
        assertThat(service.get("/v1/sessions/" + session + "/lines?source=S1").body())
                .contains("No space left")
                .doesNotContain(SECRET);
        assertThat(stored()).doesNotContain(SECRET);
        assertThat(rawBytes()).isZero();
    }

    @Test
    void aLargeFileIsReadWhole() {
        String large = LOG.repeat(50_000);
        JsonNode slot = slot(large);
        assertThat(put(slot, large)).isEqualTo(200);

        assertThat(json(complete(slot)).at("/sources/0/lines").asInt()).isEqualTo(50_000);
        assertThat(rawBytes()).isZero();
    }

    @Test
    void anUploadIsReadOnceEvenAtTheSameMomentAndItsAddressIsUsedUp() {
        JsonNode slot = slot(LOG);
        put(slot, LOG);

        List<Integer> answers = IntStream.range(0, 4)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> complete(slot).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(201, 410, 410, 410);
        assertThat(put(slot, LOG)).isEqualTo(412);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whereNothingCameTheSlotStaysGood() {
        JsonNode slot = slot(LOG);
        HttpResponse<String> early = complete(slot);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).path("code").asText()).isEqualTo("not_uploaded");

        assertThat(put(slot, LOG)).isEqualTo(200);
        assertThat(complete(slot).statusCode()).isEqualTo(201);
    }

    @Test
    void otherBytesThanAnnouncedDoNotGetThere() {
        JsonNode slot = slot(LOG);
        assertThat(put(slot, LOG.replace("space", "place"))).isEqualTo(400);
        assertThat(put(slot, LOG + LOG)).isEqualTo(403);
        assertThat(complete(slot).statusCode()).isEqualTo(409);
        assertThat(rawBytes()).isZero();
    }

    @Test
    void whatCannotBeReadIsRemovedAllTheSame() {
        String binary = "\u0000\u0001\u0002\u0003".repeat(1000);
        JsonNode slot = slot(binary);
        assertThat(put(slot, binary)).isEqualTo(200);

        assertThat(complete(slot).statusCode()).isEqualTo(422);
        assertThat(rawBytes()).isZero();
        assertThat(complete(slot).statusCode()).isEqualTo(410);
        assertThat(kept()).isZero();
    }

    @Test
    void itMayBeSentToTheServiceAllTheSame() {
        JsonNode slot = slot(LOG);
        put(slot, LOG);
        URI own = service.uri(slot.path("url").asText());

        assertThat(service.send(HttpRequest.newBuilder(own).PUT(BodyPublishers.ofString(LOG)))
                        .statusCode())
                .isEqualTo(201);
        assertThat(rawBytes()).isZero();
        assertThat(complete(slot).statusCode()).isEqualTo(410);
    }

    @Test
    void withoutAHashItGoesToTheService() {
        JsonNode slot = json(service.post("/v1/sessions/" + session + "/uploads", "{\"name\":\"a\",\"size\":5}"));
        assertThat(slot.has("direct")).isFalse();
        assertThat(complete(slot).statusCode()).isEqualTo(409);
    }

    @Test
    void withItsSessionGoesWhatWasNotRead() {
        JsonNode slot = slot(LOG);
        put(slot, LOG);
        assertThat(rawBytes()).isPositive();
        removeSession();

        assertThat(rawBytes()).isZero();
        assertThat(complete(slot).statusCode()).isIn(404, 410);
        assertThat(put(slot, LOG)).isEqualTo(412);
    }

    @Test
    void afterItsTimeItIsNotRead() {
        JsonNode slot = slot(LOG);
        put(slot, LOG);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

        try (RunningService then = RunningService.on(ReachableStores.of(SETTINGS, later), SETTINGS, later)) {
            assertThat(then.post(slot.path("url").asText(), "").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void thePageMaySendToTheBucketAndNowhereElse() {
        String origin = S3Server.shared().endpoint().toString();
        for (String path : List.of("/", "/health/live")) {
            assertThat(service.get(path).headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("; connect-src 'self' " + origin + "; form-action"));
        }
        assertThat(slot(LOG).at("/direct/url").asText()).startsWith(origin + "/");
        assertThat(json(service.get("/v1/me")).path("features").toString()).contains("directUploads");
    }

    private JsonNode slot(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = service.post(
                "/v1/sessions/" + session + "/uploads",
                "{\"name\":\"big.log\",\"size\":" + bytes.length + ",\"sha256\":\"" + sha256(bytes) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static int put(JsonNode slot, String content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(slot.at("/direct/url").asText()))
                .PUT(BodyPublishers.ofString(content));
        slot.at("/direct/headers")
                .properties()
                .forEach(each -> request.header(each.getKey(), each.getValue().asText()));
        try {
            return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpResponse<String> complete(JsonNode slot) {
        return service.post(slot.path("url").asText(), "");
    }

    private int kept() {
        return json(service.get("/v1/sessions/" + session + "/evidence"))
                .path("sources")
                .size();
    }

    /** Of uploads in the bucket; those that were read leave empty objects for a while. */
    private static long rawBytes() {
        try (S3Client client = S3Fixture.client()) {
            return client.listObjectsV2(request -> request.bucket(bucket).prefix("uploads/")).contents().stream()
                    .mapToLong(object -> object.size())
                    .sum();
        }
    }

    /** All objects, one after the other. */
    private static String stored() {
        StringBuilder all = new StringBuilder();
        try (S3Client client = S3Fixture.client()) {
            client.listObjectsV2(request -> request.bucket(bucket))
                    .contents()
                    .forEach(object -> all.append(client.getObjectAsBytes(
                                    request -> request.bucket(bucket).key(object.key()))
                            .asString(StandardCharsets.ISO_8859_1)));
        }
        return all.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
