package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets answers go at once and work go on behind them: an extension inside the process, for which Lambda waits after each
 * answer. Says that it is done when nothing is at work, or shortly before the invocation would be ended by force; what is
 * left then goes on with the next invocation, or is taken up by another instance.
 */
final class RestBehind implements Rest {

    private static final Logger LOG = LoggerFactory.getLogger(RestBehind.class);

    private static final String API = "/2020-01-01/extension/";
    private static final String ID = "Lambda-Extension-Identifier";
    private static final Duration REGISTERING = Duration.ofSeconds(2);
    private static final long MARGIN_MILLIS = 1_000;

    private final URI api;
    private final String id;
    private final HttpClient client;
    private final Service service;
    private final Map<String, CountDownLatch> answers = new ConcurrentHashMap<>();

    private RestBehind(URI api, String id, HttpClient client, Service service) {
        this.api = api;
        this.id = id;
        this.client = client;
        this.service = service;
    }

    /**
     * Registers it; has to happen while the function starts.
     *
     * @param address of Lambda's interface for runtimes, host and port
     * @return empty if Lambda does not let it
     */
    static Optional<Rest> register(String address, Service service) throws InterruptedException {
        URI api = URI.create("http://" + address + API);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest register = HttpRequest.newBuilder(api.resolve("register"))
                .timeout(REGISTERING)
                .header("Lambda-Extension-Name", "tst-after-the-answer")
                .POST(BodyPublishers.ofString("{\"events\":[\"INVOKE\"]}"))
                .build();
        try {
            HttpResponse<Void> answer = client.send(register, BodyHandlers.discarding());
            Optional<String> id = answer.headers().firstValue(ID).filter(given -> answer.statusCode() == 200);
            return id.map(known -> new RestBehind(api, known, client, service).started());
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    private Rest started() {
        Thread thread = new Thread(this::follow, "tst-after-the-answer");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    @Override
    public void after(String requestId, Duration left) {
        answer(requestId).countDown();
    }

    private CountDownLatch answer(String requestId) {
        return answers.computeIfAbsent(requestId, unseen -> new CountDownLatch(1));
    }

    private void follow() {
        try {
            while (true) {
                JsonNode event = next();
                stayFor(
                        event.path("requestId").asText(""),
                        event.path("deadlineMs").asLong());
            }
        } catch (IOException gone) {
            LOG.error("Lambda cannot be asked for what comes next; work after answers may be frozen in the middle");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next invocation; to ask for it says that this one is over. */
    private JsonNode next() throws IOException, InterruptedException {
        HttpRequest next = HttpRequest.newBuilder(api.resolve("event/next"))
                .header(ID, id)
                .GET()
                .build();
        HttpResponse<byte[]> answer = client.send(next, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("refused");
        }
        return new ObjectMapper().readTree(answer.body());
    }

    private void stayFor(String requestId, long deadline) throws InterruptedException {
        boolean answered = answer(requestId).await(left(deadline), TimeUnit.MILLISECONDS);
        answers.remove(requestId);
        if (!answered || !service.awaitIdle(Duration.ofMillis(left(deadline)))) {
            LOG.warn("work is not done within the time of the function; it goes on with the next call");
        }
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.currentTimeMillis() - MARGIN_MILLIS);
    }
}
