package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.work.EventReader.Event;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are answered at once. */
@Timeout(60)
class QuestionsTest {

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Asking asking;
    private static String session;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, ScriptedModel.settings(folder, 0));
        asking = new Asking(service);
        session = asking.session(ScriptedModel.LOG);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> types(List<Event> events) {
        return events.stream().map(Event::type).toList();
    }

    @Test
    void aQuestionIsAcceptedAtOnceAndAnsweredByTheModel() {
        HttpResponse<String> accepted = asking.asking(session, "why?", "model");
        assertThat(accepted.statusCode()).isEqualTo(202);
        String question = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(Asking.json(accepted).path("id").asText())
                .isEqualTo(question.substring(question.lastIndexOf('/') + 1));

        JsonNode done = asking.until(question, "done");

        assertThat(done.path("provider").asText()).isEqualTo("model");
        assertThat(done.path("question").asText()).isEqualTo("why?");
        assertThat(done.path("answer").path("schema").asText()).isEqualTo("troubleshooter/answer/v1");
        assertThat(done.path("answer").path("statements").path(0).path("text").asText())
                .isEqualTo("The database refused connections.");
        assertThat(done.path("started").asText()).isNotEmpty();
        assertThat(done.path("finished").asText()).isNotEmpty();
    }

    @Test
    void rulesAnswerWhereTheyAreAsked() {
        JsonNode done = asking.until(asking.ask(session, "what broke?", "offline"), "done");

        assertThat(done.path("answer")
                        .path("diagnosis")
                        .path("producedBy")
                        .path("analyst")
                        .asText())
                .isEqualTo("offline");
    }

    @Test
    void oneRequestCanAskTheModelAsWell() {
        JsonNode byModel = Asking.json(service.post("/v1/diagnose?provider=model&question=why", ScriptedModel.LOG));
        JsonNode byRules = Asking.json(service.post("/v1/diagnose", ScriptedModel.LOG));

        assertThat(byModel.path("producedBy").path("analyst").asText()).isEqualTo("model");
        assertThat(byModel.path("hypotheses").findValuesAsText("cause")).contains("db-pool/leak");
        assertThat(byRules.path("producedBy").path("analyst").asText()).isEqualTo("offline");
        assertThat(service.post("/v1/diagnose?provider=oracle", ScriptedModel.LOG)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void secretsInAQuestionAreNeitherStoredNorShown() {
        String question = asking.ask(session, "is alice@example.org affected?", "offline");

        assertThat(asking.until(question, "done").toString())
                .contains("<email:")
                .doesNotContain("alice@");
        assertThat(service.get(question + "/events").body()).doesNotContain("alice@");
    }

    @Test
    void questionsOfASessionAreListedInTheirOrder() {
        String own = asking.session(ScriptedModel.LOG);
        asking.ask(own, "first?", "offline");
        asking.ask(own, "second?", "offline");
        asking.ask(own, "third?", "offline");

        JsonNode page = asking.get("/v1/sessions/" + own + "/questions?limit=2");
        assertThat(page.path("questions").findValuesAsText("question")).containsExactly("first?", "second?");
        JsonNode rest = asking.get(
                "/v1/sessions/" + own + "/questions?cursor=" + page.path("next").asText());
        assertThat(rest.path("questions").findValuesAsText("question")).containsExactly("third?");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void eventsTellHowTheAnswerFormsAndEnd() {
        String question = asking.ask(session, "how?", "model");
        try (EventReader reader = asking.events(question, 0)) {
            assertThat(reader.response().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(reader.response().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(reader.response().headers().firstValue("X-Accel-Buffering"))
                    .contains("no");
            List<Event> events = reader.rest();

            assertThat(types(events))
                    .startsWith("status")
                    .containsSubsequence("offline", "status", "statement", "statement", "hypothesis", "usage", "done");
            assertThat(events.stream().map(Event::id).map(Long::parseLong).toList())
                    .isEqualTo(java.util.stream.LongStream.rangeClosed(1, events.size())
                            .boxed()
                            .toList());
            Event done = events.get(events.size() - 1);
            assertThat(done.data().path("state").asText()).isEqualTo("done");
            assertThat(done.data().path("answer").path("statements")).hasSize(2);
        }
    }

    @Test
    void aWatcherGoesOnBehindAnyEvent() {
        String question = asking.ask(session, "when?", "model");
        List<Event> all = asking.events(question, 0).rest();

        for (int seen = 1; seen < all.size(); seen++) {
            try (EventReader again = asking.events(question, seen)) {
                assertThat(again.rest()).isEqualTo(all.subList(seen, all.size()));
            }
        }
        assertThat(service.get(question + "/events?after=" + all.size()).statusCode())
                .as("a browser does not come again")
                .isEqualTo(204);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(asking.asking(session, "x", "oracle").statusCode()).isEqualTo(422);
        assertThat(asking.postJson("/v1/sessions/" + session + "/questions", "{\"question\":7}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(service.get("/v1/sessions/" + session + "/questions/q9999").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/v1/sessions/" + session + "/questions/1").statusCode())
                .isEqualTo(404);
        assertThat(asking.asking("no-such-session", "x", "offline").statusCode())
                .isEqualTo(404);
        String question = asking.ask(session, "there?", "offline");
        assertThat(service.get(question + "/events?after=-1").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsOverCannotBeStopped() {
        String question = asking.ask(session, "over?", "offline");
        asking.until(question, "done");

        assertThat(Asking.json(asking.cancel(question)).path("state").asText()).isEqualTo("done");
    }
}
