package io.troubleshooter.http.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** What the service answered, as JSON. */
public record Told(HttpResponse<String> answer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Told by(HttpResponse<String> answer) {
        return new Told(answer);
    }

    public static HttpRequest.Builder request(URI uri, String method, String body) {
        return HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(answer.body(), noJson);
        }
    }

    /** A text at the top of the answer; empty where there is none. */
    public String text(String name) {
        return json().path(name).asText();
    }
}
