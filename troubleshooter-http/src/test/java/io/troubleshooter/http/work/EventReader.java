package io.troubleshooter.http.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.Contract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events, as a browser does. */
final class EventReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    /** @param id empty where it has none */
    record Event(String id, String type, JsonNode data) {}

    EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next event; null at the end of the stream. */
    @Nullable
    Event next() {
        String id = "";
        String type = "";
        String data = "";
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !type.isEmpty()) {
                Contract.checkEvent(type, data);
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

    /** Reads on until a comment; heartbeats are comments. */
    void untilComment() {
        String line = line();
        while (line != null && !line.startsWith(":")) {
            line = line();
        }
        if (line == null) {
            throw new AssertionError("no comment came");
        }
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
