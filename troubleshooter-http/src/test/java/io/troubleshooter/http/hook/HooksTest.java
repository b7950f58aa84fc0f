package io.troubleshooter.http.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksTest {

    private static final String SECRET = "0123456789abcdef0123";
    private static final String ALERTMANAGER = "/v1/hooks/alertmanager";
    private static final String ALERT = "/v1/hooks/alert";
    private static final String DEPLOY = "/v1/hooks/deploy";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Sender sender;

    @BeforeAll
    static void start() {
        String secrets = "default:" + SECRET + ", other:" + SECRET + "-other, deploys:" + SECRET + ", later:" + SECRET
                + ", marks:" + SECRET;
        service = RunningService.in(folder, Map.of("hooks.secrets", secrets));
        sender = new Sender(service, "default", SECRET);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAlertOpensASessionForItsGroup() throws Exception {
        HttpResponse<String> answer = sender.send(ALERTMANAGER, message("g1", "firing", "db1.corp.example"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("accepted").asInt()).isEqualTo(1);
        String session = json(answer).path("session").asText();
        JsonNode seen = json(service.get("/v1/sessions/" + session));
        assertThat(seen.path("title").asText()).isEqualTo("DiskFull: orders cannot write");
        assertThat(seen.path("origin").asText()).isEqualTo("alert");
        assertThat(seen.path("sources")).hasSize(1);
        JsonNode lines = json(service.get("/v1/sessions/" + session + "/lines?source=S1&from=1&to=9"));
        assertThat(lines.path("lines").path(0).path("text").asText())
                .startsWith("2026-11-20T09:43:11Z CRITICAL alertmanager: alert firing: DiskFull: orders cannot write");
        assertThat(lines.path("lines").path(1).path("text").asText()).isEqualTo("No space left on device");
        assertThat(json(service.get("/v1/sessions/" + session + "/diagnosis"))
                        .path("verdict")
                        .asText())
                .isEqualTo("incident");
    }

    @Test
    void furtherAlertsOfAGroupComeIntoItsSessionAndRepetitionsChangeNothing() throws Exception {
        Instant now = Instant.now();
        String session = session(sender.send(ALERTMANAGER, message("g2", "firing", "db1"), now));
        assertThat(session(sender.send(ALERTMANAGER, message("g2", "firing", "db1"), now.minusSeconds(1))))
                .isEqualTo(session);
        assertThat(sources(session)).hasSize(1);
        assertThat(session(sender.send(ALERTMANAGER, message("g2", "resolved", "db1"), now)))
                .isEqualTo(session);
        assertThat(sources(session)).hasSize(2);
        assertThat(session(sender.send(ALERTMANAGER, message("g3", "firing", "db1"), now)))
                .isNotEqualTo(session);
    }

    @Test
    void aGroupWhoseSessionIsGoneGetsANewOne() throws Exception {
        String session = session(sender.send(ALERT, "{\"title\":\"gone\",\"key\":\"gone\"}"));
        String admin = service.key("default", "ann", Role.ADMIN);
        HttpRequest.Builder delete =
                service.with(admin, "/v1/sessions/" + session).DELETE();
        assertThat(service.send(delete).statusCode()).isEqualTo(204);

        assertThat(session(sender.send(ALERT, "{\"title\":\"gone again\",\"key\":\"gone\"}")))
                .isNotEqualTo(session);
    }

    @Test
    void anyProgramCanBringAnAlertWithItsLog() throws Exception {
        String body = "{\"title\":\"checkout fails\",\"service\":\"checkout\",\"severity\":\"critical\","
                + "\"log\":\"2026-11-20 09:43:11 ERROR login of ann@corp.example failed: No space left on device\\n\"}";
        String session = session(sender.send(ALERT, body));

        assertThat(sources(session)).hasSize(2);
        String lines = service.get("/v1/sessions/" + session + "/lines?source=S2&from=1&to=2")
                .body();
        assertThat(lines).contains("No space left on device", "<email:1>").doesNotContain("ann@corp.example");
    }

    @Test
    void deploymentsOfTheLastHourAndLaterOnesAreMarkedInTheTimeline() throws Exception {
        Sender deploying = new Sender(service, "deploys", SECRET);
        String key = service.key("deploys", "ann", Role.VIEWER);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        deploying.send(DEPLOY, "{\"service\":\"orders\",\"version\":\"1.42.0\",\"time\":\"" + now + "\"}");
        String session = session(deploying.send(ALERT, "{\"title\":\"orders fail\"}"));
        HttpResponse<String> second =
                deploying.send(DEPLOY, "{\"service\":\"orders\",\"version\":\"1.41.9\",\"by\":\"bob@corp.example\"}");

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(json(second).path("accepted").asInt()).isEqualTo(1);
        String timeline = service.send(service.with(key, "/v1/sessions/" + session + "/timeline")
                        .GET())
                .body();
        assertThat(timeline).contains("\"deploy\"", "deploying orders 1.42.0", "deploying orders 1.41.9");
        assertThat(timeline).doesNotContain("bob@corp.example");
        assertThat(service.get("/v1/sessions/" + session).statusCode())
                .as("another project")
                .isEqualTo(404);
    }

    @Test
    void aMessageIsTakenOnce() {
        Instant now = Instant.now();
        String body = "{\"title\":\"once\"}";
        assertThat(sender.send(ALERT, body, now).statusCode()).isEqualTo(202);
        HttpResponse<String> again = sender.send(ALERT, body, now);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("\"replayed\"");
        HttpRequest.Builder upper = sender.request(ALERT, body, now);
        String signature = upper.build().headers().firstValue("X-Tst-Signature").orElseThrow();
        upper.setHeader("X-Tst-Signature", "v1=" + signature.substring(3).toUpperCase(java.util.Locale.ROOT));
        assertThat(service.send(upper).statusCode()).isEqualTo(409);
    }

    @Test
    void deploymentsAreMarksInTheTimelineOfSessionsThatAnybodyBeganWithinAnHour() throws Exception {
        Sender deploying = new Sender(service, "marks", SECRET);
        String key = service.key("marks", "ann", Role.ANALYST);
        String before = begun(key);
        deploying.send(DEPLOY, "{\"service\":\"orders\",\"version\":\"2.0\",\"by\":\"bob@corp.example\"}");
        String after = begun(key);

        for (String session : new String[] {before, after}) {
            JsonNode events = json(service.send(service.with(key, "/v1/sessions/" + session + "/timeline")))
                    .path("events");
            assertThat(events).hasSize(1);
            assertThat(events.path(0).path("kind").asText()).isEqualTo("deploy");
            assertThat(events.path(0).path("line").isNull()).isTrue();
            assertThat(events.path(0).path("text").asText())
                    .contains("deploying orders 2.0")
                    .doesNotContain("bob@corp");
        }
        assertThat(sources(before, key)).isEmpty();
        assertThat(linked(key, before)).as("a link shows its session only").isEmpty();
        String other = service.key("unmarked", "eve", Role.ANALYST);
        assertThat(json(service.send(service.with(other, "/v1/sessions/" + begun(other) + "/timeline")))
                        .path("events"))
                .isEmpty();
    }

    private static String begun(String key) throws JsonProcessingException {
        return json(service.send(service.with(key, "/v1/sessions").POST(BodyPublishers.ofString("{}"))))
                .path("id")
                .asText();
    }

    private static JsonNode sources(String session, String key) throws JsonProcessingException {
        return json(service.send(service.with(key, "/v1/sessions/" + session))).path("sources");
    }

    private static JsonNode linked(String key, String session) throws JsonProcessingException {
        String path = "/v1/sessions/" + session;
        String token = json(service.send(
                        service.with(key, path + "/links").POST(BodyPublishers.ofString("{\"expiresIn\":\"1h\"}"))))
                .path("token")
                .asText();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri(path + "/timeline")).header("X-Share-Token", token);
        return json(service.send(request)).path("events");
    }

    @Test
    void whatFailedMayComeAgain() {
        Instant now = Instant.now();
        assertThat(sender.send(ALERT, "{\"no\":\"title\"}", now).statusCode()).isEqualTo(422);
        assertThat(sender.send(ALERT, "{\"no\":\"title\"}", now).statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsNotSignedRightIsRefused() {
        Instant now = Instant.now();
        String body = "{\"title\":\"forged\"}";
        assertThat(service.post(ALERT, body).statusCode()).isEqualTo(401);
        assertThat(new Sender(service, "default", SECRET + "x")
                        .send(ALERT, body)
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Sender(service, "unknown", SECRET).send(ALERT, body).statusCode())
                .isEqualTo(401);
        assertThat(new Sender(service, "other", SECRET).send(ALERT, body).statusCode())
                .as("the secret of another project")
                .isEqualTo(401);
        assertThat(sender.send(ALERT, body, now.minusSeconds(400)).statusCode()).isEqualTo(401);
        assertThat(sender.send(ALERT, body, now.plusSeconds(400)).statusCode()).isEqualTo(401);
        for (String wrong : new String[] {"", "v1=", "v0=abc", "v1=" + "0".repeat(64), "\u00e9"}) {
            HttpRequest.Builder request = sender.request(ALERT, body, now);
            request.setHeader("X-Tst-Signature", wrong);
            assertThat(service.send(request).statusCode()).isEqualTo(401);
        }
        for (String wrong : new String[] {"-1", "now", "99999999999999999999", "0"}) {
            HttpRequest.Builder request = sender.request(ALERT, body, now);
            request.setHeader("X-Tst-Timestamp", wrong);
            assertThat(service.send(request).statusCode()).isEqualTo(401);
        }
        HttpRequest.Builder changed = sender.request(ALERT, body, now).POST(BodyPublishers.ofString(body + " "));
        assertThat(service.send(changed).statusCode()).isEqualTo(401);
    }

    @Test
    void whoCannotSignShowsAKeyOfAnAnalyst() {
        String analyst = service.key("default", "prometheus", Role.ANALYST);
        String viewer = service.key("default", "screen", Role.VIEWER);
        assertThat(keyed(analyst).statusCode()).isEqualTo(202);
        assertThat(keyed(viewer).statusCode()).isEqualTo(403);
        assertThat(keyed("tst_wrong").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> keyed(String key) {
        return service.send(
                service.with(key, ALERT).POST(BodyPublishers.ofString("{\"title\":\"from a program with a key\"}")));
    }

    @Test
    void hostileMessagesGetAProblem() {
        assertThat(sender.send(ALERT, "x".repeat(600_000)).statusCode()).isEqualTo(413);
        assertThat(sender.send(ALERT, "not json").statusCode()).isEqualTo(400);
        assertThat(sender.send(ALERT, "[]").statusCode()).isEqualTo(400);
        assertThat(sender.send(ALERT, "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.send(ALERTMANAGER, "{\"alerts\":[]}").statusCode()).isEqualTo(422);
        assertThat(sender.send(ALERTMANAGER, "{\"alerts\":[1,null,\"x\",{\"labels\":[]}]}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(sender.send(DEPLOY, "{\"service\":{}}").statusCode()).isEqualTo(422);
        assertThat(sender.send(
                                ALERT,
                                "{\"title\":\"<script>\\u0000\\nERROR forged line\",\"time\":\"+999999999-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private static String message(String group, String status, String host) {
        return "{\"version\":\"4\",\"groupKey\":\"" + group + "\",\"status\":\"" + status + "\","
                + "\"commonLabels\":{\"alertname\":\"DiskFull\"},"
                + "\"commonAnnotations\":{\"summary\":\"orders cannot write\"},"
                + "\"alerts\":[{\"status\":\"" + status + "\",\"labels\":{\"alertname\":\"DiskFull\","
                + "\"severity\":\"critical\",\"host\":\"" + host + "\"},"
                + "\"annotations\":{\"summary\":\"orders cannot write\",\"description\":\"No space left on device\"},"
                + "\"startsAt\":\"2026-11-20T09:43:11Z\",\"endsAt\":\"0001-01-01T00:00:00Z\"}]}";
    }

    private static String session(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("session").asText();
    }

    private static JsonNode sources(String session) throws JsonProcessingException {
        return json(service.get("/v1/sessions/" + session)).path("sources");
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }
}
