package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.Contract;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sessions and questions over HTTP. */
record Asking(URI base) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    Asking(RunningService service) {
        this(service.uri("/"));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> answer = CLIENT.send(request.build(), body);
            Contract.check(answer);
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /** A session with the given evidence; its id. */
    String session(String log) {
        String id = json(postJson("/v1/sessions", "{}")).path("id").asText();
        HttpResponse<String> added = post("/v1/sessions/" + id + "/evidence", log, "text/plain");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return id;
    }

    HttpResponse<String> postJson(String path, String body) {
        return post(path, body, "application/json");
    }

    private HttpResponse<String> post(String path, String body, String type) {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    HttpResponse<String> asking(String session, String question, String provider) {
        String body = JSON.createObjectNode()
                .put("question", question)
                .put("provider", provider)
                .toString();
        return postJson("/v1/sessions/" + session + "/questions", body);
    }

    /** Asks; where the question is. */
    String ask(String session, String question, String provider) {
        HttpResponse<String> answer = asking(session, question, provider);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(to(path), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** The question, once it is over; it has to be in this state then. */
    JsonNode until(String question, String state) {
        try (EventReader reader = events(question, 0)) {
            reader.until("done");
        }
        JsonNode now = get(question);
        assertThat(now.path("state").asText()).as(now.toString()).isEqualTo(state);
        return now;
    }

    HttpResponse<String> cancel(String question) {
        return send(to(question).DELETE(), BodyHandlers.ofString());
    }

    EventReader events(String question, long after) {
        HttpRequest.Builder request = to(question + "/events");
        if (after > 0) {
            request.header("Last-Event-ID", Long.toString(after));
        }
        return new EventReader(send(request, BodyHandlers.ofInputStream()));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON", broken);
        }
    }
}
