package io.troubleshooter.benchmarks.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Streams of events, held open over questions that a slow model thinks about. */
final class EventStreams {

    private static final String LOG = "2026-11-20 09:43:11 ERROR could not extend file \"base/1\": No space left\n";

    private final HttpClient client;
    private final UnaryOperator<URI> at;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean ended;

    EventStreams(HttpClient client, UnaryOperator<URI> at) {
        this.client = client;
        this.at = at;
    }

    /** Opens streams over so many sessions, each with one question in work. */
    void open(int streams, int sessions) throws IOException, InterruptedException {
        List<URI> watched = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            watched.add(question());
        }
        for (int i = 0; i < streams; i++) {
            watch(watched.get(i % sessions));
        }
    }

    private URI question() throws IOException, InterruptedException {
        String session =
                post("/v1/sessions", "application/json", "{}").get("id").asText();
        post("/v1/sessions/" + session + "/evidence", "text/plain", LOG);
        JsonNode asked = post(
                "/v1/sessions/" + session + "/questions",
                "application/json",
                "{\"question\":\"why?\",\"provider\":\"model\"}");
        return at.apply(URI.create(
                "/v1/sessions/" + session + "/questions/" + asked.get("id").asText() + "/events"));
    }

    private JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at.apply(URI.create(path)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    private void watch(URI stream) {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Accept", "text/event-stream")
                .build();
        client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Watcher()))
                .whenComplete((done, failed) -> {
                    if (!ended && (failed != null || done.statusCode() != 200)) {
                        refused.incrementAndGet();
                    }
                });
    }

    /** Counts what comes, without a thread of its own. */
    private final class Watcher implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            open.incrementAndGet();
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("id:")) {
                events.incrementAndGet();
            }
        }

        @Override
        public void onError(Throwable failed) {
            open.decrementAndGet();
        }

        @Override
        public void onComplete() {
            open.decrementAndGet();
        }
    }

    void end() {
        ended = true;
    }

    @Override
    public String toString() {
        return open + " streams open, " + events + " events, " + refused + " refused or broken";
    }
}
