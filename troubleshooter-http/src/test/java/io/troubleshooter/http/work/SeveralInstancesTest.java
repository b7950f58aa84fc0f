package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.ReachableStores;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.work.EventReader.Event;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Instances that work on the same stores, each asked in turn, and what becomes of the work of one that is gone. */
@Timeout(120)
class SeveralInstancesTest {

    @TempDir
    Path folder;

    private final List<RunningService> running = new ArrayList<>();

    private ReachableStores stores() {
        return ReachableStores.file(folder.resolve("shared.db"));
    }

    private RunningService instance(ReachableStores stores, long modelMillis) {
        Map<String, String> settings = ScriptedModel.settings(folder, modelMillis);
        settings.put("limits.shutdown", "0s");
        RunningService instance = RunningService.on(stores, settings);
        running.add(instance);
        return instance;
    }

    private RunningService instance(long modelMillis) {
        return instance(stores(), modelMillis);
    }

    @AfterEach
    void end() {
        running.forEach(RunningService::close);
    }

    private void stop(RunningService instance) {
        running.remove(instance);
        instance.close();
    }

    private static void untilItThinks(Asking asking, String question) {
        try (EventReader reader = asking.events(question, 0)) {
            Event event = reader.until("status");
            while (!event.data().path("stage").asText().equals("explain")) {
                event = reader.until("status");
            }
        }
    }

    private static int add(RunningService instance, String session, String log) {
        return instance.send(HttpRequest.newBuilder(instance.uri("/v1/sessions/" + session + "/evidence"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(log)))
                .statusCode();
    }

    @Test
    void aSessionGoesOnOnWhicheverInstanceIsAsked() {
        RunningService first = instance(0);
        RunningService second = instance(0);
        Asking here = new Asking(first);
        Asking there = new Asking(second);
        String session = here.session(ScriptedModel.LOG);
        assertThat(add(second, session, "2026-11-20 09:44:00 ERROR no space left on device\n"))
                .isEqualTo(201);
        assertThat(add(first, session, "2026-11-20 09:45:00 ERROR disk quota exceeded\n"))
                .isEqualTo(201);
        String question = there.ask(session, "why?", "model");
        JsonNode answered = here.until(question, "done");

        for (Asking each : List.of(here, there)) {
            assertThat(each.get(question)).isEqualTo(answered);
            assertThat(each.get("/v1/sessions/" + session + "/evidence").path("sources"))
                    .extracting(source -> source.path("id").asText())
                    .containsExactly("S1", "S2", "S3");
            assertThat(each.get("/v1/sessions/" + session + "/lines?source=S2&from=1&to=1"))
                    .isEqualTo(here.get("/v1/sessions/" + session + "/lines?source=S2&from=1&to=1"));
        }
        HttpResponse<String> said =
                there.postJson("/v1/sessions/" + session + "/feedback", "{\"rank\":1,\"verdict\":\"yes\"}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        assertThat(here.get("/v1/sessions/" + session + "/feedback")).hasSize(1);
        String next = here.ask(session, "and now?", "model");
        assertThat(there.until(next, "done").path("number").asInt()).isEqualTo(2);
    }

    @Test
    void evidenceThatComesToAllInstancesAtOnceIsAllThere() throws Exception {
        List<RunningService> instances = List.of(instance(0), instance(0), instance(0));
        String session = new Asking(instances.get(0)).session(ScriptedModel.LOG);
        List<Callable<Integer>> brought = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            RunningService instance = instances.get(i % 3);
            String log = "2026-11-20 09:44:00 ERROR request " + i + " of many failed\n";
            brought.add(() -> add(instance, session, log));
        }
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (Future<Integer> status : threads.invokeAll(brought)) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
        for (RunningService each : instances) {
            assertThat(new Asking(each)
                            .get("/v1/sessions/" + session + "/evidence")
                            .path("sources"))
                    .hasSize(13);
        }
        Set<String> lines = new HashSet<>();
        for (int i = 2; i <= 13; i++) {
            lines.add(new Asking(instances.get(i % 3))
                    .get("/v1/sessions/" + session + "/lines?source=S" + i + "&from=1&to=1")
                    .path("lines")
                    .path(0)
                    .path("text")
                    .asText());
        }
        assertThat(lines).as("each of them once").hasSize(12);
    }

    @Test
    void questionsOfASessionAreAnsweredInTheirOrderWhereverTheyWereAsked() {
        Asking slow = new Asking(instance(1_500));
        Asking quick = new Asking(instance(0));
        String session = slow.session(ScriptedModel.LOG);
        String first = slow.ask(session, "why?", "model");
        String second = quick.ask(session, "what broke?", "offline");
        String third = slow.ask(session, "what else?", "offline");
        assertThat(slow.get(second).path("state").asText()).isEqualTo("queued");
        assertThat(quick.get(third).path("position").asInt()).isBetween(1, 3);

        JsonNode last = quick.until(third, "done");
        JsonNode middle = slow.get(second);
        JsonNode begin = quick.get(first);
        assertThat(middle.path("started").asText())
                .isGreaterThanOrEqualTo(begin.path("finished").asText());
        assertThat(last.path("started").asText())
                .isGreaterThanOrEqualTo(middle.path("finished").asText());
    }

    @Test
    void asManyQuestionsWaitInASessionAsMayOverAllInstances() {
        Asking here = new Asking(instance(600_000));
        Asking there = new Asking(instance(600_000));
        String session = here.session(ScriptedModel.LOG);
        for (int i = 0; i < 5; i++) {
            (i % 2 == 0 ? here : there).ask(session, "why " + i + "?", "model");
        }
        assertThat(here.asking(session, "why?", "model").statusCode()).isEqualTo(429);
        assertThat(there.asking(session, "why?", "model").statusCode()).isEqualTo(429);
    }

    @Test
    void whoWatchesElsewhereSeesTheSameEventsUnderTheSameIds() {
        Asking here = new Asking(instance(500));
        Asking there = new Asking(instance(500));
        String question = here.ask(here.session(ScriptedModel.LOG), "why?", "model");
        List<Event> elsewhere = new ArrayList<>();
        try (EventReader reader = there.events(question, 0)) {
            elsewhere.add(reader.until("offline"));
        }
        List<Event> all = here.events(question, 0).rest();
        long seen = Long.parseLong(elsewhere.get(0).id());
        List<Event> after =
                all.stream().filter(event -> Long.parseLong(event.id()) > seen).toList();

        assertThat(there.events(question, seen).rest()).isEqualTo(after);
        assertThat(there.events(question, 0).rest()).isEqualTo(all);
        assertThat(all.get(all.size() - 1).type()).isEqualTo("done");
    }

    @Test
    void aQuestionCanBeCancelledOnAnotherInstance() {
        Asking here = new Asking(instance(600_000));
        Asking there = new Asking(instance(600_000));
        String session = here.session(ScriptedModel.LOG);
        String working = here.ask(session, "why?", "model");
        String waiting = here.ask(session, "what broke?", "model");
        untilItThinks(here, working);

        assertThat(there.cancel(waiting).statusCode()).isEqualTo(202);
        assertThat(there.cancel(working).statusCode()).isEqualTo(202);
        there.until(working, "cancelled");
        there.until(waiting, "cancelled");
    }

    @Test
    void whatAKilledInstanceWasAskedIsAnsweredByAnotherOne() {
        ReachableStores its = stores();
        RunningService killed = instance(its, 600_000);
        Asking here = new Asking(killed);
        Asking there = new Asking(instance(0));
        String session = here.session(ScriptedModel.LOG);
        String first = here.ask(session, "why?", "model");
        String second = here.ask(session, "what broke?", "offline");
        untilItThinks(here, first);
        try (EventReader watcher = there.events(first, 0)) {
            long seen = Long.parseLong(watcher.until("offline").id());
            its.cut();
            Event done = watcher.until("done");
            assertThat(Long.parseLong(done.id())).isGreaterThan(seen);
            assertThat(done.data().path("answer").path("statements")).hasSize(2);
        }
        there.until(second, "done");
        assertThat(there.get("/v1/sessions/" + session).path("questions").asInt())
                .isEqualTo(2);
    }

    @Test
    void anInstanceThatWasOnlyAwayForAWhileDisturbsNobody() {
        ReachableStores its = stores();
        Asking away = new Asking(instance(its, 5_000));
        Asking there = new Asking(instance(0));
        String session = away.session(ScriptedModel.LOG);
        String question = away.ask(session, "why?", "model");
        untilItThinks(away, question);
        its.cut();
        JsonNode answered = there.until(question, "done");
        its.mend();
        String next = away.ask(session, "and now?", "offline");
        there.until(next, "done");

        assertThat(away.get(question)).isEqualTo(answered);
        assertThat(there.get(question)).isEqualTo(answered);
        assertThat(away.get("/v1/sessions/" + session).path("questions").asInt())
                .isEqualTo(2);
    }

    @Test
    void anInstanceThatIsToldToEndLeavesItsWorkToOthersAtOnce() {
        RunningService ends = instance(600_000);
        Asking here = new Asking(ends);
        String session = here.session(ScriptedModel.LOG);
        String first = here.ask(session, "why?", "model");
        String second = here.ask(session, "what broke?", "offline");
        untilItThinks(here, first);
        Asking there = new Asking(instance(0));
        stop(ends);

        there.until(first, "done");
        there.until(second, "done");
    }

    @Test
    void aSessionThatIsDeletedOnOneInstanceIsGoneOnAll() {
        RunningService first = instance(600_000);
        RunningService second = instance(600_000);
        Asking here = new Asking(first);
        String session = here.session(ScriptedModel.LOG);
        String question = here.ask(session, "why?", "model");
        untilItThinks(here, question);
        EventReader watcher = here.events(question, 0);
        second.send(
                HttpRequest.newBuilder(second.uri("/v1/sessions/" + session)).DELETE());

        assertThat(first.get("/v1/sessions/" + session).statusCode()).isEqualTo(404);
        assertThat(first.get("/v1/sessions/" + session + "/lines?source=S1").statusCode())
                .isEqualTo(404);
        assertThat(watcher.rest()).as("it ends").extracting(Event::type).doesNotContain("done");
    }

    @Test
    void aRequestIsDoneOnceWhicheverInstanceItIsRepeatedOn() {
        RunningService first = instance(0);
        RunningService second = instance(0);
        HttpResponse<String> made = create(first, "k1");
        HttpResponse<String> again = create(second, "k1");
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void linksCommentsAndRepeatedUploadsAreTheSameOnAllInstances() {
        RunningService first = instance(0);
        RunningService second = instance(0);
        Asking here = new Asking(first);
        Asking there = new Asking(second);
        String session = "/v1/sessions/" + here.session(ScriptedModel.LOG);

        String token = Asking.json(here.postJson(session + "/links", "{\"expiresIn\":\"1h\"}"))
                .path("token")
                .asText();
        assertThat(second.send(HttpRequest.newBuilder(second.uri(session + "/lines?source=S1"))
                                .header("X-Share-Token", token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(there.postJson(session + "/comments", "{\"text\":\"seen\"}").statusCode())
                .isEqualTo(201);
        assertThat(here.get(session + "/comments").path("comments")).hasSize(1);

        String slot = Asking.json(here.postJson(session + "/uploads", "{\"name\":\"a.log\",\"size\":6}"))
                .path("url")
                .asText();
        assertThat(upload(second, slot)).isEqualTo(201);
        assertThat(upload(first, slot)).as("it was used").isEqualTo(410);
    }

    private static int upload(RunningService to, String slot) {
        return to.send(HttpRequest.newBuilder(to.uri(slot))
                        .header("Content-Type", "text/plain")
                        .PUT(HttpRequest.BodyPublishers.ofString("ERROR\n")))
                .statusCode();
    }

    private static HttpResponse<String> create(RunningService instance, String key) {
        return instance.send(HttpRequest.newBuilder(instance.uri("/v1/sessions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }
}
