package io.troubleshooter.http.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events, as a browser does. */
final class EventReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private final List<String> comments = new ArrayList<>();

    /** @param id empty where it has none */
    record Event(String id, String type, JsonNode data) {}

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static EventReader open(RunningService service, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path));
        headers.forEach(request::header);
        return new EventReader(service.stream(request));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** Comments seen so far; heartbeats are comments. */
    List<String> comments() {
        return comments;
    }

    /** The next event; null at the end of the stream. */
    @Nullable
    Event next() {
        String id = "";
        String type = "";
        String data = "";
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith(":")) {
                comments.add(line);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !type.isEmpty()) {
                return new Event(id, type, json(data));
            }
        }
        return null;
    }

    /** All up to the end. */
    List<Event> rest() {
        List<Event> rest = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            rest.add(event);
        }
        return rest;
    }

    /** Reads on until an event of this type. */
    Event until(String type) {
        for (Event event = next(); event != null; event = next()) {
            if (event.type().equals(type)) {
                return event;
            }
        }
        throw new AssertionError("no " + type + " came");
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException cut) {
            return null;
        }
    }

    private static JsonNode json(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON", broken);
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }
}
