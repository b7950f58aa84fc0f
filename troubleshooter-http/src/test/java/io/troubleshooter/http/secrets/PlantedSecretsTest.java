package io.troubleshooter.http.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import io.troubleshooter.contract.RedactionCorpus;
import io.troubleshooter.contract.RedactionCorpus.Positive;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.logs.LogsFixture;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Secrets planted wherever text comes into the service, and a search through all that it stores, logs, sends, counts and
 * shows. What rests is not sealed here, so that a secret cannot hide behind the seal.
 */
class PlantedSecretsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TROUBLE = "2026-11-20 09:43:11 ERROR could not extend file: No space left on device\n";

    private static final String GROUP = "/aws/lambda/checkout";

    private final List<Positive> corpus = RedactionCorpus.plantable();
    private final List<Positive> planted = new ArrayList<>();
    private final StringBuilder shown = new StringBuilder();

    @TempDir
    Path folder;

    /** Texts of the corpus, each used once. */
    private String plant(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Positive next = corpus.get(planted.size());
            planted.add(next);
            text.append(next.text()).append('\n');
        }
        return text.toString();
    }

    @Test
    void noPlantedSecretIsStoredLoggedSentCountedOrShown() throws IOException, InterruptedException {
        ListAppender<ILoggingEvent> log = listen();
        try (Outside model = Outside.answering(400);
                CloudWatchLogsServer logs = new CloudWatchLogsServer();
                Outside collector = Outside.answering(200)) {
            Map<String, String> settings = LogsFixture.settings(logs, GROUP);
            settings.put("model.provider", "openai");
            settings.put("model.id", "gpt-none");
            settings.put("model.apiKey", "none");
            settings.put("model.endpoint", model.url() + "/v1");
            settings.put("telemetry.otlp", collector.url());
            settings.put("storage.keys", "none");
            try (RunningService service = RunningService.in(folder, settings)) {
                String session = session(service);
                bringEvidence(service, session);
                bringLogs(service, session, logs);
                ask(service, session);
                say(service, session);
                gatherViews(service, session);
                provokeProblems(service, session);
                shown.append(service.get("/metrics").body());
            }
            assertThat(model.received()).as("asked of the model").contains("No space left on device");
            search("the model", model.received());
            search("the collector", collector.received());
        } finally {
            root().detachAppender(log);
        }
        search("the log", log.list.toString());
        search("what is shown", shown.toString());
        search("what is stored", stored());
        assertThat(planted.size()).isGreaterThanOrEqualTo(150);
        assertThat(shown.toString()).contains("<aws-access-key:1>");
        assertThat(stored()).contains("<aws-access-key:1>");
    }

    private void search(String where, String text) {
        assertThat(RedactionCorpus.leaks(planted, text)).as(where).isEmpty();
    }

    private String session(RunningService service) throws IOException {
        return json(post(service, "/v1/sessions", object("title", plant(5))))
                .get("id")
                .asText();
    }

    private void bringEvidence(RunningService service, String session) throws IOException {
        String evidence = "/v1/sessions/" + session + "/evidence";
        send(service, evidence + "?name=app.log", "text/plain", TROUBLE + plant(60));
        send(service, evidence, "application/json", object("text", TROUBLE + plant(20), "name", plant(1)));
        send(
                service,
                evidence,
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"part.log\"\r\n\r\n" + plant(20)
                        + "\r\n--x--\r\n");
        String upload = TROUBLE + plant(20);
        byte[] bytes = upload.getBytes(StandardCharsets.UTF_8);
        ObjectNode slot =
                JsonNodeFactory.instance.objectNode().put("name", "up.log").put("size", bytes.length);
        String url = json(post(service, "/v1/sessions/" + session + "/uploads", slot.toString()))
                .get("url")
                .asText();
        HttpResponse<String> put =
                service.send(HttpRequest.newBuilder(service.uri(url)).PUT(BodyPublishers.ofByteArray(bytes)));
        assertThat(put.statusCode()).isEqualTo(201);
        shown.append(put.body());
    }

    private void bringLogs(RunningService service, String session, CloudWatchLogsServer logs) {
        logs.put(GROUP, "stream", Instant.now().minusSeconds(60), TROUBLE + plant(15));
        String evidence = "/v1/sessions/" + session + "/evidence";
        for (String how : List.of("", ", \"query\": \"fields @timestamp, @log, @message\"")) {
            send(
                    service,
                    evidence,
                    "application/json",
                    "{\"cloudwatch\": {\"group\": \"" + GROUP + "\", \"from\": \"1h\"" + how + "}}");
        }
    }

    private void ask(RunningService service, String session) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> asked =
                    post(service, "/v1/sessions/" + session + "/questions", object("question", plant(3)));
            assertThat(asked.statusCode()).isEqualTo(202);
            String question = asked.headers().firstValue("Location").orElseThrow();
            // Ends when the answer is there.
            shown.append(service.get(question + "/events").body());
            shown.append(service.get(question).body());
        }
    }

    private void say(RunningService service, String session) throws IOException {
        String path = "/v1/sessions/" + session;
        ObjectNode feedback =
                JsonNodeFactory.instance.objectNode().put("rank", 1).put("verdict", "no");
        post(service, path + "/feedback", feedback.put("note", plant(3)).toString());
        post(service, path + "/comments", object("text", plant(5)));
        ObjectNode renamed = JsonNodeFactory.instance.objectNode().put("title", plant(2));
        shown.append(service.send(HttpRequest.newBuilder(service.uri(path))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(renamed.toString())))
                .body());
    }

    private void gatherViews(RunningService service, String session) {
        String path = "/v1/sessions/" + session;
        for (String view : List.of(
                "",
                "/evidence",
                "/questions",
                "/diagnosis",
                "/groups",
                "/timeline",
                "/entities",
                "/redactions",
                "/feedback",
                "/comments",
                "/outline?source=S1",
                "/search?q=e")) {
            shown.append(service.get(path + view).body());
        }
        for (int source = 1; source <= 7; source++) {
            shown.append(service.get(path + "/lines?source=S" + source + "&from=1&to=2000")
                    .body());
        }
        for (String format : List.of("markdown", "html", "json", "text", "postmortem")) {
            shown.append(service.get(path + "/report?format=" + format).body());
        }
        for (String path2 : List.of("/v1/sessions", "/v1/usage", "/v1/me", "/v1/admin/audit", "/v1/admin/costs")) {
            shown.append(service.get(path2).body());
        }
    }

    /** Requests that fail must not be quoted in what is answered or logged. */
    private void provokeProblems(RunningService service, String session) {
        for (int i = 0; i < 5; i++) {
            String secret = plant(1);
            shown.append(service.post("/v1/sessions", "{" + secret).body());
            shown.append(service.post("/v1/sessions/" + session + "/comments", object("texd", secret))
                    .body());
            shown.append(service.post("/v1/sessions/" + session + "/evidence?name=" + encoded(secret), "\0\0")
                    .body());
            shown.append(service.get("/v1/sessions/" + encoded(secret)).body());
            shown.append(service.get("/v1/sessions/" + session + "/search?regex=true&q=(" + encoded(secret))
                    .body());
            shown.append(service.send(HttpRequest.newBuilder(service.uri("/v1/sessions"))
                            .header("Authorization", "Bearer " + encoded(secret))
                            .header("X-Request-Id", encoded(secret)))
                    .body());
            post(service, "/v1/diagnose", TROUBLE + secret);
            post(service, "/v1/redact", secret);
            post(service, "/v1/frame", TROUBLE + secret);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(RunningService service, String path, String body) {
        return send(service, path, body.startsWith("{") ? "application/json" : "text/plain", body);
    }

    private HttpResponse<String> send(RunningService service, String path, String type, String body) {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
        shown.append(answer.body()).append(answer.headers().map()).append('\n');
        assertThat(answer.statusCode()).as(path).isLessThan(300);
        return answer;
    }

    private static String object(String... fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object.toString();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Every file that the service left, as it is; what it compresses, as it is when unpacked. */
    private String stored() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.append(Unpacked.texts(folder.resolve("service.db"))).toString();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root().addAppender(appender);
        ((Logger) LoggerFactory.getLogger("io.troubleshooter")).setLevel(Level.DEBUG);
        return appender;
    }
}
