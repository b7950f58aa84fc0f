package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.work.EventReader.Event;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes on while a model thinks for ten minutes. */
@Timeout(60)
class SlowAnswersTest {

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Asking asking;

    @BeforeAll
    static void start() {
        Map<String, String> settings = ScriptedModel.settings(folder, 600_000);
        settings.put("limits.heartbeat", "1s");
        settings.put("limits.shutdown", "0s");
        settings.put("limits.questionsPerSession", "2");
        service = RunningService.in(folder, settings);
        asking = new Asking(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A question that the model thinks about; each another one, since equal ones would wait for one answer. */
    private static String thinking(String session) {
        String question = asking.ask(session, "why did " + session + " fail?", "model");
        try (EventReader reader = asking.events(question, 0)) {
            Event event = reader.until("status");
            while (!event.data().path("stage").asText().equals("explain")) {
                event = reader.until("status");
            }
        }
        return question;
    }

    @Test
    void aStoppedAnswerSaysSoAndIsKept() {
        String question = thinking(asking.session(ScriptedModel.LOG));

        HttpResponse<String> stopping = asking.cancel(question);

        assertThat(stopping.statusCode()).isEqualTo(202);
        Event done = asking.events(question, 0).until("done");
        assertThat(done.data().path("state").asText()).isEqualTo("cancelled");
        JsonNode kept = asking.get(question);
        assertThat(kept.path("state").asText()).isEqualTo("cancelled");
        assertThat(kept.path("answer").path("notes").toString()).contains("Stopped");
        assertThat(kept.path("answer").path("diagnosis").path("verdict").asText())
                .isEqualTo("INCIDENT");
    }

    @Test
    void aQuestionThatWaitsBehindAnotherCanBeStoppedBeforeItBegins() {
        String session = asking.session(ScriptedModel.LOG);
        String first = thinking(session);
        String second = asking.ask(session, "and then?", "offline");
        assertThat(asking.get(second).path("position").asInt()).isEqualTo(1);

        asking.cancel(second);

        assertThat(asking.events(second, 0).until("done").data().path("state").asText())
                .isEqualTo("cancelled");
        assertThat(asking.get(second).has("answer")).isFalse();
        assertThat(asking.get(first).path("state").asText()).isEqualTo("running");
        asking.cancel(first);
    }

    @Test
    void theWorkGoesOnWhenTheWatcherLeavesAndCanBeWatchedAgain() {
        String question = thinking(asking.session(ScriptedModel.LOG)); // its watcher has left

        assertThat(asking.get(question).path("state").asText()).isEqualTo("running");
        try (EventReader again = asking.events(question, 2)) {
            assertThat(again.next().id()).isEqualTo("3");
            asking.cancel(question);
            assertThat(again.until("done").data().path("state").asText()).isEqualTo("cancelled");
            assertThat(again.next()).isNull();
        }
    }

    @Test
    void oneSessionThatThinksKeepsNoOtherWaiting() {
        String busy = asking.session(ScriptedModel.LOG);
        String thinking = thinking(busy);
        String other = asking.session(ScriptedModel.LOG);

        asking.until(asking.ask(other, "what broke?", "offline"), "done");

        assertThat(asking.get(thinking).path("state").asText()).isEqualTo("running");
        asking.cancel(thinking);
    }

    @Test
    void evidenceIsTakenAndShownWhileTheModelThinks() {
        String session = asking.session(ScriptedModel.LOG);
        String thinking = thinking(session);

        assertThat(service.post("/v1/sessions/" + session + "/evidence", ScriptedModel.LOG)
                        .statusCode())
                .isEqualTo(201);
        assertThat(asking.get("/v1/sessions/" + session + "/evidence").path("sources"))
                .hasSize(2);
        asking.cancel(thinking);
    }

    @Test
    void soManyMayWaitInASessionAndNoMore() {
        String session = asking.session(ScriptedModel.LOG);
        String first = thinking(session);
        String second = asking.ask(session, "second?", "offline");
        String third = asking.ask(session, "third?", "offline");

        HttpResponse<String> refused = asking.asking(session, "fourth?", "offline");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Asking.json(refused).path("code").asText()).isEqualTo("too_many_questions");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        List.of(third, second, first).forEach(asking::cancel);
    }

    @Test
    void withTheSessionItsQuestionsAreGone() {
        String session = asking.session(ScriptedModel.LOG);
        String question = thinking(session);
        String waiting = asking.ask(session, "and then?", "offline");
        try (EventReader reader = asking.events(question, 0)) {
            assertThat(asking.cancel("/v1/sessions/" + session).statusCode()).isEqualTo(204);

            assertThat(reader.rest()).extracting(Event::type).doesNotContain("done");
        }
        assertThat(service.get(question).statusCode()).isEqualTo(404);
        assertThat(service.get(waiting).statusCode()).isEqualTo(404);
    }

    @Test
    void aQuietStreamBeats() {
        String question = thinking(asking.session(ScriptedModel.LOG));
        try (EventReader reader = asking.events(question, 0)) {
            reader.untilComment();
            asking.cancel(question);
            assertThat(reader.until("done")).isNotNull();
        }
    }
}
