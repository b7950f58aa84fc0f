package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.dynamo.LocalDynamo;
import io.troubleshooter.aws.dynamo.TableSetup;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.http.ReachableStores;
import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on DynamoDB Local and an S3 server; one goes in the middle of its work. */
@Timeout(120)
class InstancesOnAwsTest {

    private static final String TABLE = "tst-instances";
    private static final Map<String, String> AWS = new HashMap<>();

    @TempDir
    Path folder;

    private ReachableStores first;
    private RunningService one;
    private RunningService two;

    @BeforeAll
    static void stores() {
        S3Server s3 = S3Server.shared();
        // DynamoDB Local keeps what each key made apart: the service has one for both.
        AwsAccess dynamo = s3.access().at(LocalDynamo.access().endpoint());
        TableSetup.create(dynamo, TABLE);
        System.setProperty(
                "aws.accessKeyId",
                s3.access().chosenCredentials().resolveCredentials().accessKeyId());
        System.setProperty(
                "aws.secretAccessKey",
                s3.access().chosenCredentials().resolveCredentials().secretAccessKey());
        AWS.put("storage.kind", "aws");
        AWS.put("storage.table", TABLE);
        AWS.put("storage.bucket", s3.newBucket());
        AWS.put("storage.region", "eu-west-1");
        AWS.put("storage.endpoint", String.valueOf(dynamo.endpoint()));
        AWS.put("storage.s3Endpoint", s3.endpoint().toString());
        AWS.put("storage.keys", "none");
    }

    @BeforeEach
    void start() {
        Map<String, String> settings = ScriptedModel.settings(folder, 300);
        settings.put("model.id", "openai.gpt-oss-120b-1:0");
        settings.put("model.dailyBudget", "100");
        settings.put("model.questionsPerMinute", "10000");
        settings.put("limits.requestsPerMinute", "100000");
        settings.putAll(AWS);
        first = ReachableStores.of(settings);
        one = RunningService.on(first, settings);
        two = RunningService.on(ReachableStores.of(settings), settings);
    }

    @AfterEach
    void end() {
        one.close();
        two.close();
    }

    private static int bring(RunningService to, String session, String log) {
        return to.send(HttpRequest.newBuilder(to.uri("/v1/sessions/" + session + "/evidence"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(log)))
                .statusCode();
    }

    @Test
    void aSessionMovesBetweenInstancesWithItsLinesAnswersAndCitations() {
        assertThat(one.get("/health/ready").statusCode()).isEqualTo(200);
        Asking here = new Asking(one);
        Asking there = new Asking(two);
        String session = here.session(ScriptedModel.LOG);
        String question = there.ask(session, "why?", "model");
        JsonNode answered = here.until(question, "done");
        assertThat(bring(two, session, "2026-11-20 09:44:00 ERROR no space left on device\n"))
                .isEqualTo(201);

        assertThat(there.get(question)).isEqualTo(answered);
        assertThat(answered.path("answer").path("statements").path(0).path("citations"))
                .isNotEmpty();
        for (String path : List.of("/lines?source=S1", "/lines?source=S2", "/diagnosis", "/evidence", "/outline")) {
            assertThat(there.get("/v1/sessions/" + session + path))
                    .as(path)
                    .isEqualTo(here.get("/v1/sessions/" + session + path));
        }
        assertThat(there.events(question, 0).rest())
                .isEqualTo(here.events(question, 0).rest());
    }

    @Test
    void nothingConfirmedIsLostWhenOneInstanceGoesUnderLoad() throws Exception {
        Map<String, String> lines = new ConcurrentHashMap<>();
        Map<String, Boolean> questions = new ConcurrentHashMap<>();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> users = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int user = i;
            users.add(threads.submit(() -> {
                for (int n = 0; goesOn.get(); n++) {
                    if (!work(n % 2 == 0 ? one : two, n % 2 == 0 ? two : one, "u" + user + "n" + n, lines, questions)) {
                        failed.incrementAndGet();
                    }
                    done.incrementAndGet();
                }
            }));
        }
        awaitMore(done, 8);
        first.cut();
        awaitMore(failed, 1);
        awaitMore(done, 8);
        goesOn.set(false);
        for (Future<?> user : users) {
            user.get();
        }
        threads.shutdown();
        Asking left = new Asking(two);
        for (String question : questions.keySet()) {
            left.until(question, "done");
        }
        lines.forEach((path, text) -> assertThat(
                        left.get(path).path("lines").path(0).path("text").asText())
                .as(path)
                .endsWith(text));
        assertThat(questions).hasSizeGreaterThan(5);
        assertThat(two.audit().verify().sound()).isTrue();
        JsonNode budget = left.get("/v1/usage").path("budget");
        double answers = questions.keySet().stream()
                .mapToDouble(question -> left.get(question)
                        .path("answer")
                        .path("diagnosis")
                        .path("usage")
                        .path("costUsd")
                        .asDouble())
                .sum();
        assertThat(answers).isPositive();
        assertThat(budget.path("spentUsd").asDouble()).isGreaterThanOrEqualTo(answers - 1e-6);
    }

    private static void awaitMore(AtomicInteger count, int more) throws InterruptedException {
        int from = count.get();
        while (count.get() < from + more) {
            Thread.sleep(20);
        }
    }

    /** A session that moves; what was confirmed is noted. @return whether all of it was done */
    private static boolean work(
            RunningService here,
            RunningService there,
            String mark,
            Map<String, String> lines,
            Map<String, Boolean> questions) {
        HttpResponse<String> made = here.send(HttpRequest.newBuilder(here.uri("/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        if (made.statusCode() != 201) {
            return false;
        }
        String session = Asking.json(made).path("id").asText();
        int source = 0;
        for (RunningService each : List.of(here, there)) {
            String line = "order " + mark + " failed on its way";
            if (bring(each, session, "2026-11-20 09:44:00 ERROR " + line + "\n" + ScriptedModel.LOG) != 201) {
                return false;
            }
            source++;
            lines.put("/v1/sessions/" + session + "/lines?source=S" + source + "&from=1&to=1", line);
        }
        HttpResponse<String> asked = new Asking(here).asking(session, "why?", "model");
        if (asked.statusCode() != 202) {
            return false;
        }
        questions.put(asked.headers().firstValue("Location").orElseThrow(), true);
        return true;
    }
}
