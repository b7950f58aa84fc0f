package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.input.LogSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON body: one of the forms that the API knows, or a log that is written in JSON. */
final class JsonIntake {

    private static final int MOST_SOURCES = 100;
    private static final int MOST_OF_URL = 8 << 10;
    private static final int MOST_OF_REQUEST = 64 << 10;
    private static final String PASTE = "paste";

    private final Room room;
    private final PageFetcher pages;
    private final MetricLines metrics;

    JsonIntake(Room room, PageFetcher pages, Clock clock) {
        this.room = room;
        this.pages = pages;
        this.metrics = new MetricLines(clock);
    }

    /**
     * @param most bytes of a form; what is longer is a log
     * @param name for sources that have none
     * @param logs brings what a form with {@code cloudwatch} asks for
     */
    Brought open(InputStream body, int most, @Nullable String name, Function<JsonNode, Brought> logs) {
        Room.Held held = held(body, most);
        try {
            if (held.size() == 0) {
                throw ProblemException.of(ProblemCode.MISSING_BODY);
            }
            if (held.size() == most) {
                InputStream all = new SequenceInputStream(new ByteArrayInputStream(held.bytes()), body);
                return new HeldSources(held, () -> List.of(LogSource.of(all, SourceName.of(name, PASTE))));
            }
            JsonNode small = held.size() <= MOST_OF_REQUEST ? JsonForm.read(held.bytes()) : null;
            if (small != null && small.has("url") && held.size() <= MOST_OF_URL) {
                return fetched(small, held, name);
            }
            if (small != null && small.has("cloudwatch")) {
                held.close();
                return logs.apply(small.get("cloudwatch"));
            }
            return new HeldSources(held, () -> sources(held.bytes(), name));
        } catch (RuntimeException refused) {
            held.close();
            throw refused;
        }
    }

    /** Fetched before it is anybody's turn to work: it may take long. */
    private Brought fetched(JsonNode form, Room.Held held, @Nullable String otherwise) {
        String url = words(form, "url");
        String name = name(form, otherwise);
        held.close();
        FetchedPage page = pages.fetch(url, room);
        return new HeldSources(page.held(), () -> List.of(page.as(name)));
    }

    private Room.Held held(InputStream body, int most) {
        try {
            return room.hold(body, most);
        } catch (IOException broken) {
            throw Refusals.damaged("The body is damaged or ends early.");
        }
    }

    private List<LogSource> sources(byte[] json, @Nullable String otherwise) {
        JsonNode form = JsonForm.read(json);
        if (form == null) {
            return List.of(LogSource.of(new ByteArrayInputStream(json), SourceName.of(otherwise, PASTE)));
        }
        if (form.isArray()) {
            return List.of(LogSource.text(JsonForm.lines(form), SourceName.of(otherwise, PASTE)));
        }
        return sources(form, name(form, otherwise));
    }

    private List<LogSource> sources(JsonNode form, @Nullable String name) {
        if (form.has("metrics")) {
            return List.of(LogSource.text(metrics.of(form), SourceName.of(name, "metrics")));
        }
        if (form.has("sources")) {
            return several(form.get("sources"));
        }
        if (form.has("url")) {
            throw ProblemException.invalid("/url", "url is longer than the address of a page may be.");
        }
        if (form.has("cloudwatch")) {
            throw ProblemException.invalid("/cloudwatch", "cloudwatch is longer than it may be.");
        }
        return List.of(LogSource.text(words(form, "text"), SourceName.of(name, PASTE)));
    }

    private static List<LogSource> several(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_SOURCES) {
            throw ProblemException.invalid("/sources", "sources is a list of 1 to " + MOST_SOURCES + " sources.");
        }
        List<LogSource> sources = new ArrayList<>();
        for (JsonNode each : list) {
            sources.add(LogSource.text(words(each, "text"), SourceName.of(name(each, null), PASTE)));
        }
        return sources;
    }

    private static String words(JsonNode form, String field) {
        JsonNode value = form.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw ProblemException.invalid("/" + field, field + " has to be a text that is not empty.");
        }
        return value.textValue();
    }

    private static @Nullable String name(JsonNode form, @Nullable String otherwise) {
        JsonNode name = form.path("name");
        if (!name.isMissingNode() && !name.isNull() && !name.isTextual()) {
            throw ProblemException.invalid("/name", "name has to be a text.");
        }
        return name.isTextual() ? name.textValue() : otherwise;
    }
}
