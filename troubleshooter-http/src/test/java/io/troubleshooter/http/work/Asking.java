package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** Sessions and questions over HTTP. */
record Asking(RunningService service) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A session with the given evidence; its id. */
    String session(String log) {
        String id = json(postJson("/v1/sessions", "{}")).path("id").asText();
        HttpResponse<String> added = service.post("/v1/sessions/" + id + "/evidence", log);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return id;
    }

    HttpResponse<String> postJson(String path, String body) {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
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
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** The question, once it is in this state. */
    JsonNode until(String question, String state) {
        JsonNode now = get(question);
        while (!now.path("state").asText().equals(state)) {
            assertThat(now.path("state").asText()).isNotIn("failed", "cancelled");
            Thread.onSpinWait();
            now = get(question);
        }
        return now;
    }

    HttpResponse<String> cancel(String question) {
        return service.send(HttpRequest.newBuilder(service.uri(question)).DELETE());
    }

    EventReader events(String question, long after) {
        return EventReader.open(
                service, question + "/events", after == 0 ? Map.of() : Map.of("Last-Event-ID", Long.toString(after)));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON", broken);
        }
    }
}
