package io.troubleshooter.benchmarks.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills the service at random moments while clients write, starts it on the same file, and looks for everything that was
 * confirmed before: sessions, sources, questions, answers word for word; at last at the budget. Ends with 1 if anything is
 * missing.
 *
 * <p>Usage: {@code ServiceCrash JAR ROUNDS SEED}
 */
public final class ServiceCrash {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITERS = 4;
    private static final long THINKING = 30;
    private static final int LEASE_SECONDS = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Acknowledged known = Acknowledged.nothing();
    private final SplittableRandom random;
    private final String model;
    private int missing;

    private ServiceCrash(long seed, String model) {
        this.random = new SplittableRandom(seed);
        this.model = model;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tst-crash");
        try (SlowModel model = SlowModel.thinkingFor(THINKING)) {
            System.exit(new ServiceCrash(Long.parseLong(args[2]), model.endpoint())
                    .run(Path.of(args[0]), folder, Integer.parseInt(args[1])));
        }
    }

    private int run(Path jar, Path folder, int rounds) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            round(jar, folder);
            System.out.printf(
                    "round %d: %d sessions, %d questions, %d answers confirmed; %d missing%n",
                    round,
                    known.sources().size(),
                    known.questions().size(),
                    known.answers().size(),
                    missing);
        }
        return lastLook(jar, folder) && missing == 0 ? 0 : 1;
    }

    /** Everything once more; what was reserved of the budget and never settled is free, or spent, when its lease is over. */
    private boolean lastLook(Path jar, Path folder) throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(jar, "512m", folder, settings())) {
            missing += verify(service);
            JsonNode budget = get(service, "/v1/usage").path("budget");
            System.out.printf("%d missing; budget at first: %s%n", missing, budget);
            for (int second = 0;
                    second < LEASE_SECONDS && budget.path("heldUsd").asDouble() > 0;
                    second++) {
                TimeUnit.SECONDS.sleep(1);
                budget = get(service, "/v1/usage").path("budget");
            }
            System.out.println("budget when all leases are over: " + budget);
            return budget.path("heldUsd").asDouble(-1) == 0;
        }
    }

    private void round(Path jar, Path folder) throws IOException, InterruptedException {
        ServiceProcess service = ServiceProcess.start(jar, "512m", folder, settings());
        missing += verify(service);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(writer(service, random.split()));
        }
        TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(2_000));
        service.kill();
        for (Thread writer : writers) {
            writer.interrupt();
            writer.join();
        }
    }

    /** With a model that has a price, so that budgets are at work; it fails, so that the answers are those of rules. */
    private Map<String, String> settings() {
        return Map.of(
                "TST_MODEL_PROVIDER", "openai",
                "TST_MODEL_ID", "openai.gpt-oss-120b-1:0",
                "TST_MODEL_API_KEY", "none",
                "TST_MODEL_ENDPOINT", model,
                "TST_LIMITS_REQUESTS_PER_MINUTE", "1000000",
                "TST_SESSIONS_PER_ACCOUNT", "1000000");
    }

    private Thread writer(ServiceProcess service, SplittableRandom seed) {
        Thread thread = new Thread(() -> write(service, seed));
        thread.start();
        return thread;
    }

    /** Works until the service is gone. */
    private void write(ServiceProcess service, SplittableRandom seed) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                session(service, seed);
            }
        } catch (IOException | InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private void session(ServiceProcess service, SplittableRandom seed) throws IOException, InterruptedException {
        String id = post(service, "/v1/sessions", "application/json", "{}")
                .get("id")
                .asText();
        known.sources().put(id, 0);
        for (int source = 1; source <= 1 + seed.nextInt(3); source++) {
            post(service, "/v1/sessions/" + id + "/evidence", "text/plain", log(seed));
            known.sources().put(id, source);
        }
        String asked = post(service, "/v1/sessions/" + id + "/questions", "application/json", "{\"question\":\"why?\"}")
                .get("id")
                .asText();
        known.questions().put(id + "/" + asked, true);
        for (int i = 0; i < 20; i++) {
            JsonNode question = get(service, "/v1/sessions/" + id + "/questions/" + asked);
            if (question.path("state").asText().equals("done")) {
                known.answers().put(id + "/" + asked, question.get("answer").toString());
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static String log(SplittableRandom seed) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            log.append("2026-11-20 09:43:")
                    .append(10 + i)
                    .append(" INFO job ")
                    .append(seed.nextInt())
                    .append(" done\n");
        }
        return log.append("2026-11-20 09:44:11 ERROR could not extend file \"base/1\": No space left on device\n")
                .toString();
    }

    private int verify(ServiceProcess service) throws IOException, InterruptedException {
        int lost = 0;
        for (Map.Entry<String, Integer> session : known.sources().entrySet()) {
            int found = get(service, "/v1/sessions/" + session.getKey())
                    .path("sources")
                    .size();
            lost += found < session.getValue() ? 1 : 0;
        }
        for (String question : known.questions().keySet()) {
            lost += verify(service, question) ? 0 : 1;
        }
        return lost;
    }

    private boolean verify(ServiceProcess service, String question) throws IOException, InterruptedException {
        String path = "/v1/sessions/" + question.replace("/", "/questions/");
        for (int i = 0; i < 500; i++) {
            JsonNode found = get(service, path);
            if (found.path("state").asText().equals("done")) {
                String before = known.answers()
                        .putIfAbsent(question, found.get("answer").toString());
                return before == null || before.equals(found.get("answer").toString());
            }
            if (found.path("state").isMissingNode()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    private JsonNode get(ServiceProcess service, String path) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(service.at(path))).body());
    }

    /** Counts as confirmed only if the whole answer came. */
    private JsonNode post(ServiceProcess service, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(service.at(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }
}
