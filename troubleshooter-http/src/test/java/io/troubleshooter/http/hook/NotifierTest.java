package io.troubleshooter.http.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.InMemoryDocuments;
import io.troubleshooter.http.Service;
import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.Hooks;
import io.troubleshooter.http.config.Hooks.Outgoing;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.input.LogSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierTest {

    private static final long SOON = 10_000;
    private static final long NEVER = 300;
    private static final String SECRET = "0123456789abcdef0123";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FULL = "2026-11-20 09:43:11 ERROR could not extend file: No space left on device\n";

    private final Documents documents = new InMemoryDocuments(Clock.systemUTC());
    private Receiver receiver;
    private Notifier notifier;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        if (notifier != null) {
            notifier.close();
        }
        receiver.close();
    }

    private void tells(String format, String secret, String template) {
        Outgoing outgoing = new Outgoing("red", receiver.url(), format, secret, template);
        Hooks hooks = new Hooks(List.of(), Duration.ofMinutes(5), List.of(outgoing));
        List<Duration> waits = List.of(Duration.ofMillis(5), Duration.ofMillis(5));
        notifier = new Notifier(
                hooks,
                "https://tst.example.com/",
                waits,
                documents,
                Instances.alone(documents, Clock.systemUTC()),
                Clock.systemUTC());
    }

    private void ready(String project, Conversation conversation) {
        Workspace workspace = new Workspace("s-1", project, project + "/ada", Instant.EPOCH, conversation);
        notifier.ready(workspace, conversation.file().offline());
    }

    private static Conversation about(String log) {
        Conversation conversation = Troubleshooter.builder().build().converse("red/ada");
        conversation.add(LogSource.text(log, "app.log"));
        return conversation;
    }

    @Test
    void tellsOfADiagnosisSigned() throws Exception {
        tells("json", SECRET, "");
        ready("red", about(FULL));

        Receiver.Got got = receiver.next(SOON);
        JsonNode json = JSON.readTree(got.body());
        assertThat(json.path("event").asText()).isEqualTo("diagnosis.ready");
        assertThat(json.path("verdict").asText()).isEqualTo("incident");
        assertThat(json.path("link").asText()).isEqualTo("https://tst.example.com/?s=s-1");
        assertThat(json.path("title").asText()).isNotEmpty();
        assertThat(json.has("text")).isFalse();
        assertThat(got.header("X-Tst-Signature"))
                .isEqualTo("v1="
                        + MessageSignature.sign(
                                SECRET,
                                got.header("X-Tst-Timestamp"),
                                got.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsNothingTwiceAndNothingOfOtherProjects() throws Exception {
        tells("json", "", "");
        Conversation conversation = about(FULL);
        ready("blue", conversation);
        ready("red", conversation);
        ready("red", conversation);

        Receiver.Got got = receiver.next(SOON);
        assertThat(JSON.readTree(got.body()).path("project").asText()).isEqualTo("red");
        assertThat(got.header("X-Tst-Signature")).isEmpty();
        assertThat(receiver.next(NEVER)).isNull();
    }

    @Test
    void triesAgainWhereThatMayHelp() throws Exception {
        tells("json", "", "");
        receiver.answer(503, 429);
        ready("red", about(FULL));

        assertThat(receiver.next(SOON)).isNotNull();
        assertThat(receiver.next(SOON)).isNotNull();
        assertThat(receiver.next(SOON)).isNotNull();
        assertThat(receiver.next(NEVER)).isNull();
    }

    @Test
    void givesUpAfterTheLastAttemptAndAtOnceWhereItIsRefused() throws Exception {
        tells("json", "", "");
        receiver.answer(500, 500, 500, 404);
        ready("red", about(FULL));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(receiver.next(SOON)).isNotNull();
        }
        assertThat(receiver.next(NEVER)).isNull();

        ready("red", about("2026-11-20 09:43:11 INFO all is well\n".repeat(50)));
        assertThat(receiver.next(SOON)).isNotNull();
        assertThat(receiver.next(NEVER)).isNull();
    }

    @Test
    void whatIsNotDeliveredWhenTheServiceEndsIsTakenUpAtTheNextStart() throws Exception {
        Outgoing outgoing = new Outgoing("red", receiver.url(), "json", "", "");
        Hooks hooks = new Hooks(List.of(), Duration.ofMinutes(5), List.of(outgoing));
        receiver.answer(503);
        notifier = new Notifier(
                hooks,
                "",
                List.of(Duration.ofHours(1)),
                documents,
                Instances.alone(documents, Clock.systemUTC()),
                Clock.systemUTC());
        ready("red", about(FULL));
        String refused = receiver.next(SOON).body();
        notifier.close();

        try (Notifier next = new Notifier(
                hooks, "", List.of(), documents, Instances.alone(documents, Clock.systemUTC()), Clock.systemUTC())) {
            next.takeUp();

            assertThat(receiver.next(SOON).body()).isEqualTo(refused);
        }
        try (Notifier third = new Notifier(
                hooks, "", List.of(), documents, Instances.alone(documents, Clock.systemUTC()), Clock.systemUTC())) {
            third.takeUp();

            assertThat(receiver.next(NEVER)).isNull();
        }
    }

    @Test
    void aNoticeOfAnHourAgoIsNoNews() throws Exception {
        Documents kept = new InMemoryDocuments(Clock.systemUTC());
        Clock anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-61));
        Outgoing outgoing = new Outgoing("red", receiver.url(), "json", "", "");
        Hooks hooks = new Hooks(List.of(), Duration.ofMinutes(5), List.of(outgoing));
        receiver.answer(503);
        notifier = new Notifier(
                hooks, "", List.of(Duration.ofHours(1)), kept, Instances.alone(kept, anHourAgo), anHourAgo);
        ready("red", about(FULL));
        assertThat(receiver.next(SOON)).isNotNull();
        notifier.close();

        try (Notifier next =
                new Notifier(hooks, "", List.of(), kept, Instances.alone(kept, Clock.systemUTC()), Clock.systemUTC())) {
            next.takeUp();

            assertThat(receiver.next(NEVER)).isNull();
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        tells("json", "", "");
        receiver.answer(307);
        ready("red", about(FULL));

        assertThat(receiver.next(SOON).path()).isEqualTo("/told");
        assertThat(receiver.next(NEVER)).isNull();
    }

    @Test
    void nothingFromALogIsMarkupForSlack() {
        Notice notice = notice("<!channel> & <https://evil.example|click> @here", "see www.evil.example {link}");
        String text = text(NoticeFormat.SLACK.write(notice, ""));

        assertThat(text)
                .contains("&lt;!channel&gt; &amp; ", "{link}", "\nhttps://tst.example.com/?s=s-1")
                .doesNotContain("<", "https://evil", "@here", "www.evil");
        assertThat(text(NoticeFormat.SLACK.write(notice, "<!here> {verdict}: {title} $1 {unknown}")))
                .startsWith("<!here> incident: &lt;!channel&gt;")
                .endsWith("$1 {unknown}");
    }

    @Test
    void aTemplateMakesATextOfJsonToo() {
        Notice notice = notice("a \"quoted\" title", "s");
        assertThat(text(NoticeFormat.JSON.write(notice, "{title} in {project}: {link}")))
                .isEqualTo("a \"quoted\" title in red: https://tst.example.com/?s=s-1");
    }

    private static Notice notice(String title, String summary) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        return new Notice(
                "red", "s-1", now, "incident", title, summary, "c", 0.5, "offline", "https://tst.example.com/?s=s-1");
    }

    private static String text(byte[] body) {
        try {
            return JSON.readTree(body).path("text").asText();
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    @Test
    void wrongSettingsAreSaidWithoutQuotingThem() {
        for (Outgoing wrong : List.of(
                new Outgoing("red", "ftp://secret.example", "json", "", ""),
                new Outgoing("red", "secret", "json", "", ""),
                new Outgoing("red", "http:// secret", "json", "", ""),
                new Outgoing("red", "https://secret.example", "xml", "", ""))) {
            Hooks hooks = new Hooks(List.of(), Duration.ofMinutes(5), List.of(wrong));
            assertThatThrownBy(() -> new Notifier(
                            hooks,
                            "",
                            List.of(),
                            documents,
                            Instances.alone(documents, Clock.systemUTC()),
                            Clock.systemUTC()))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageStartingWith("hooks.outgoing[0]")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aServiceTellsOfASessionThatAnAlertBegan(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tst.yaml"), """
                hooks:
                  secrets: ["default:%s"]
                  outgoing:
                    - {url: "%s", format: slack}
                """.formatted(SECRET, receiver.url()));
        Map<String, String> options = Map.of(
                "listen.port", "0", "storage.file", folder.resolve("a.db").toString());
        try (Service service = Service.start(ConfigReader.read(file, Map.of(), options), Clock.systemUTC())) {
            String body = "{\"title\":\"disk full\",\"description\":\"ann@corp.example: No space left on device\"}";
            String time = Long.toString(Instant.now().getEpochSecond());
            String signature = MessageSignature.sign(SECRET, time, body.getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + service.port() + "/v1/hooks/alert"))
                    .header("X-Tst-Project", "default")
                    .header("X-Tst-Timestamp", time)
                    .header("X-Tst-Signature", "v1=" + signature)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(202);

            assertThat(receiver.next(SOON).body()).contains("\"text\"").doesNotContain("ann@corp");
        }
    }
}
