package io.troubleshooter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a source and cannot be seen in its stored lines: figures, and which lines are not there. */
final class SourceJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceJson() {}

    /**
     * @param places where the store put them, by id
     * @param evidence tells which of their lines were not kept
     */
    static String write(List<SourceReading.Finished> sources, Map<String, String> places, Evidence evidence) {
        ArrayNode all = JSON.createArrayNode();
        for (SourceReading.Finished source : sources) {
            ObjectNode json = all.addObject().put("place", places.get(source.id()));
            write(source, evidence.gap(source.id()), json);
        }
        return all.toString();
    }

    private static void write(SourceReading.Finished source, @Nullable LineRef gap, ObjectNode json) {
        SourceSummary read = source.read();
        json.put("id", read.id()).put("bytes", read.bytes()).put("records", read.records());
        json.put("plain", read.plainLines()).put("cut", read.cutLines());
        counts(json.putObject("formats"), read.formats());
        counts(json.putObject("redacted"), source.redacted().byKind());
        read.notes().forEach(json.putArray("notes")::add);
        if (gap != null) {
            json.putArray("gap").add(gap.first()).add(gap.last());
        }
    }

    private static void counts(ObjectNode json, Map<String, Long> counts) {
        new TreeMap<>(counts).forEach(json::put);
    }

    /**
     * Figures of a source as they were when it was read first.
     *
     * @param place where the store has its lines; null where that was not noted yet
     */
    record Known(
            String id,
            @Nullable String place,
            long bytes,
            long records,
            long plain,
            long cut,
            Map<String, Long> formats,
            RedactionSummary redacted,
            List<String> notes,
            @Nullable LineRef gap) {

        /** Whether this is of a source stored there. */
        boolean isOf(StoredSource source) {
            return place == null || place.equals(source.place());
        }

        /** The source with these figures. */
        SourceReading.Finished source(SourceReading.Finished again) {
            SourceSummary read = again.read();
            SourceSummary asBefore =
                    new SourceSummary(read.id(), read.name(), read.lines(), bytes, records, plain, cut, formats, notes);
            return new SourceReading.Finished(asBefore, redacted);
        }
    }

    /** @throws TroubleshooterException if it is no such JSON */
    static List<Known> read(String text) {
        List<Known> all = new ArrayList<>();
        tree(text).forEach(json -> all.add(read(json)));
        return all;
    }

    private static Known read(JsonNode json) {
        String id = json.path("id").asText();
        Map<String, Long> redacted = counts(json.path("redacted"));
        long total = redacted.values().stream().mapToLong(Long::longValue).sum();
        List<String> notes = new ArrayList<>();
        json.path("notes").forEach(note -> notes.add(note.asText()));
        JsonNode gap = json.path("gap");
        return new Known(
                id,
                json.path("place").textValue(),
                json.path("bytes").asLong(),
                json.path("records").asLong(),
                json.path("plain").asLong(),
                json.path("cut").asLong(),
                counts(json.path("formats")),
                new RedactionSummary(total, redacted),
                List.copyOf(notes),
                gap.size() == 2
                        ? new LineRef(id, gap.path(0).asLong(), gap.path(1).asLong())
                        : null);
    }

    private static Map<String, Long> counts(JsonNode json) {
        Map<String, Long> counts = new TreeMap<>();
        json.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        return Map.copyOf(counts);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            // Its message quotes the input.
            throw new TroubleshooterException(
                    Code.UNUSABLE_INPUT, "What is stored of a source is damaged.", "Delete the session.");
        }
    }
}
