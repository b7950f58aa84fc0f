package io.troubleshooter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.error.TroubleshooterException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOG = "ERROR could not extend file \"base/1\": No space left on device";

    @TempDir
    static Path folder;

    private static LambdaHandler function;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        Path database = folder.resolve("service.db");
        key = Keys.create(folder, database);
        function = new LambdaHandler(settings(database));
    }

    @AfterAll
    static void stop() {
        function.close();
    }

    private static Map<String, String> settings(Path database) {
        return new HashMap<>(Map.of(
                "TST_STORAGE_FILE", database.toString(),
                "TST_ACCESS_REQUIRED", "true",
                "TST_LAMBDA_PATIENCE", "20"));
    }

    private static JsonNode invoke(ObjectNode event) throws IOException {
        return invoke(event, 60_000);
    }

    private static JsonNode invoke(ObjectNode event, int remainingMillis) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, new Invocation("r-1", remainingMillis));
        return JSON.readTree(out.toByteArray());
    }

    private static ObjectNode post(String path, String body) {
        ObjectNode event = Events.bearing(Events.two("prod", "POST", "/prod" + path, ""), key);
        return event.put("body", body);
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return JSON.readTree(answer.path("body").asText());
    }

    private static String newSession() throws IOException {
        ObjectNode event = post("/v1/sessions", "{}");
        event.withObject("/headers").put("content-type", "application/json");
        String session = body(invoke(event)).path("id").asText();
        assertThat(invoke(post("/v1/sessions/" + session + "/evidence", LOG))
                        .path("statusCode")
                        .intValue())
                .isEqualTo(201);
        return session;
    }

    private static ObjectNode question(String session) {
        ObjectNode event = post("/v1/sessions/" + session + "/questions", "{\"text\": \"what broke?\"}");
        event.withObject("/headers").put("content-type", "application/json");
        return event;
    }

    @Test
    void aLogIsDiagnosed() throws IOException {
        JsonNode answer = invoke(post("/v1/diagnose", LOG));

        assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
        assertThat(body(answer).path("verdict").textValue()).isEqualTo("incident");
    }

    @Test
    void soItIsByEveryGateway() throws IOException {
        ObjectNode one = Events.bearing(Events.one("POST", "/v1/diagnose"), key).put("body", LOG);
        one.putNull("multiValueQueryStringParameters").putNull("queryStringParameters");
        one.withObject("/multiValueHeaders").putArray("Content-Type").add("text/plain");
        ObjectNode balancer = Events.bearing(Events.balancer("POST", "/v1/diagnose", Map.of("format", "markdown")), key)
                .put("body", LOG);
        balancer.withObject("/headers").put("content-type", "text/plain");

        assertThat(body(invoke(one)).path("verdict").textValue()).isEqualTo("incident");
        assertThat(invoke(balancer).path("body").textValue()).contains("disk");
    }

    @Test
    void compressedEvidenceComesThrough() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LOG.getBytes(StandardCharsets.UTF_8));
        }
        ObjectNode event = post("/v1/diagnose", Base64.getEncoder().encodeToString(packed.toByteArray()))
                .put("isBase64Encoded", true);
        event.withObject("/headers").put("content-encoding", "gzip");

        assertThat(body(invoke(event)).path("verdict").textValue()).isEqualTo("incident");
    }

    @Test
    void nobodyGetsInWithoutAKey() throws IOException {
        JsonNode answer = invoke(Events.two("$default", "GET", "/v1/sessions", ""));

        assertThat(answer.path("statusCode").intValue()).isEqualTo(401);
        assertThat(body(answer).path("code").textValue()).isEqualTo("key_required");
        assertThat(answer.at("/headers").toString()).contains("r-1").contains("Bearer realm");
    }

    @Test
    void whatAQuestionBeganIsDoneBeforeTheProcessIsFrozen() throws IOException {
        String session = newSession();

        JsonNode accepted = invoke(question(session));
        String at = "/v1/sessions/" + session + "/questions/"
                + body(accepted).path("id").asText();

        assertThat(accepted.path("statusCode").intValue()).isEqualTo(202);
        JsonNode asked = invoke(Events.bearing(Events.two("$default", "GET", at, ""), key));
        assertThat(body(asked).path("state").textValue()).isEqualTo("done");
    }

    @Test
    void aStreamOfEventsIsAnsweredAsAWhole() throws IOException {
        String session = newSession();
        String id = body(invoke(question(session))).path("id").asText();

        JsonNode answer = invoke(Events.bearing(
                Events.two("$default", "GET", "/v1/sessions/" + session + "/questions/" + id + "/events", ""), key));

        assertThat(answer.path("headers").toString()).contains("text/event-stream");
        assertThat(answer.path("body").textValue()).contains("event: done").endsWith("\n\n");
    }

    @Test
    void aScheduledEventKeepsItWarm() throws IOException {
        ObjectNode event = Events.json(
                "{'version': '0', 'id': '1', 'detail-type': 'Scheduled Event', 'source': 'aws.events', 'detail': {}}");

        assertThat(invoke(event)).isEqualTo(Events.json("{'status': 'up'}"));
    }

    @Test
    void damagedBodiesAndOtherEventsAreRefused() throws IOException {
        ObjectNode damaged = post("/v1/diagnose", "*").put("isBase64Encoded", true);

        assertThat(body(invoke(damaged)).path("code").textValue()).isEqualTo("malformed_body");
        assertThatThrownBy(() -> invoke(Events.json("{'Records': [{'eventSource': 'aws:s3'}]}")))
                .isInstanceOf(TroubleshooterException.class);
    }

    @Test
    void headersThatNoRequestMayHaveAreRefused() throws IOException {
        ObjectNode event = Events.two("$default", "GET", "/v1/me", "");
        event.withObject("/headers").put("x-a", "1\r\nX-B: 2");

        assertThat(body(invoke(event)).path("code").textValue()).isEqualTo("bad_request");
    }

    @Test
    void itDoesNotStartWhereEverybodyCouldUseIt() {
        Map<String, String> open = settings(folder.resolve("other.db"));
        open.remove("TST_ACCESS_REQUIRED");

        assertThatThrownBy(() -> new LambdaHandler(open))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("Everybody");
    }

    @Test
    void patienceIsANumberOfSeconds() {
        assertThatThrownBy(() -> LambdaSettings.of(Map.of("TST_LAMBDA_PATIENCE", "1000")))
                .isInstanceOf(TroubleshooterException.class);
        assertThat(LambdaSettings.of(Map.of("TST_LAMBDA_BASE_PATH", "tst")).basePath())
                .isEqualTo("/tst");
    }
}
