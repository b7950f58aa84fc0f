package io.troubleshooter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Anomaly;
import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Metric;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a frame; every text passes the redactor. */
final class FrameReader {

    private final FrameFields fields;

    FrameReader(Redactor redactor) {
        this.fields = new FrameFields(redactor);
    }

    IncidentFrame read(String json) {
        try {
            return frame(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException broken) {
            throw noFrame();
        }
    }

    private static TroubleshooterException noFrame() {
        return new TroubleshooterException(
                Code.UNUSABLE_INPUT,
                "this is not an incident frame of version " + IncidentFrame.SCHEMA,
                "Give a file written by `tst frame`.");
    }

    private IncidentFrame frame(JsonNode node) {
        if (!IncidentFrame.SCHEMA.equals(node.path("schema").asText())) {
            throw noFrame();
        }
        return new IncidentFrame(
                FrameFields.list(node.path("sources"), this::source),
                time(node.path("time")),
                levels(node.path("levels")),
                FrameFields.list(node.path("entities"), this::entity),
                FrameFields.list(node.path("groups"), this::group),
                FrameFields.list(node.path("traces"), this::trace),
                FrameFields.list(node.path("findings"), this::finding),
                timeline(node.path("timeline")),
                FrameFields.list(node.path("anomalies"), this::anomaly),
                FrameFields.list(node.path("metrics"), this::metric),
                FrameFields.list(node.path("context"), fields::exemplar),
                redaction(node.path("redaction")));
    }

    private SourceSummary source(JsonNode node) {
        return new SourceSummary(
                fields.string(node, "id"),
                fields.text(node, "name"),
                node.path("lines").asLong(),
                node.path("bytes").asLong(),
                node.path("records").asLong(),
                node.path("plainLines").asLong(),
                node.path("cutLines").asLong(),
                fields.counts(node.path("formats")),
                FrameFields.list(node.path("notes"), fields::string));
    }

    private IncidentFrame.@org.jspecify.annotations.Nullable TimeRange time(JsonNode node) {
        return node.isObject()
                ? new IncidentFrame.TimeRange(
                        FrameFields.instant(node, "first"),
                        FrameFields.instant(node, "last"),
                        fields.string(node, "zone"))
                : null;
    }

    private static Map<Level, Long> levels(JsonNode node) {
        Map<Level, Long> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, node.path(level.name()).asLong());
        }
        return levels;
    }

    private Entity entity(JsonNode node) {
        return new Entity(
                fields.string(node, "kind"),
                fields.text(node, "value"),
                node.path("count").asLong(),
                FrameFields.list(node.path("lines"), line -> FrameFields.ref(line.asText())));
    }

    private EventGroup group(JsonNode node) {
        return new EventGroup(
                fields.string(node, "fingerprint"),
                fields.text(node, "template"),
                FrameFields.level(node),
                node.path("count").asLong(),
                node.path("harmless").asLong(),
                FrameFields.ref(node, "first"),
                FrameFields.ref(node, "last"),
                FrameFields.optionalInstant(node, "firstTime"),
                FrameFields.optionalInstant(node, "lastTime"),
                FrameFields.list(node.path("exemplars"), fields::exemplar));
    }

    private TraceGroup trace(JsonNode node) {
        return new TraceGroup(
                fields.string(node, "fingerprint"),
                fields.string(node, "language"),
                FrameFields.list(node.path("types"), fields::text),
                fields.text(node, "cause"),
                node.has("culprit") ? fields.text(node, "culprit") : null,
                node.path("inApp").asBoolean(),
                node.path("count").asLong(),
                FrameFields.ref(node, "first"),
                FrameFields.optionalInstant(node, "firstTime"),
                fields.exemplar(node.path("exemplar")));
    }

    private Finding finding(JsonNode node) {
        Map<String, RedactedText> captures = new LinkedHashMap<>();
        node.path("captures").properties().forEach(e -> captures.put(e.getKey(), fields.text(e.getValue())));
        return new Finding(
                fields.string(node, "rule"),
                Rule.Kind.valueOf(node.path("kind").asText()),
                node.path("count").asLong(),
                FrameFields.ref(node, "first"),
                FrameFields.ref(node, "last"),
                FrameFields.optionalInstant(node, "firstTime"),
                FrameFields.optionalInstant(node, "lastTime"),
                FrameFields.level(node),
                FrameFields.list(node.path("exemplars"), fields::exemplar),
                captures);
    }

    private IncidentFrame.Timeline timeline(JsonNode node) {
        return new IncidentFrame.Timeline(
                node.has("bucket") ? Duration.parse(node.path("bucket").asText()) : null,
                FrameFields.list(node.path("buckets"), FrameReader::bucket),
                FrameFields.list(node.path("events"), this::moment));
    }

    private static Bucket bucket(JsonNode node) {
        return new Bucket(
                FrameFields.instant(node, "start"),
                node.path("total").asLong(),
                node.path("warnings").asLong(),
                node.path("errors").asLong());
    }

    private Moment moment(JsonNode node) {
        return new Moment(
                fields.string(node, "kind"),
                FrameFields.optionalInstant(node, "time"),
                FrameFields.level(node),
                FrameFields.ref(node, "line"),
                fields.text(node, "text"));
    }

    private Anomaly anomaly(JsonNode node) {
        return new Anomaly(
                fields.string(node, "kind"),
                fields.text(node, "subject"),
                FrameFields.optionalInstant(node, "time"),
                node.has("line") ? FrameFields.ref(node, "line") : null,
                node.path("score").asDouble(),
                fields.string(node, "method"),
                fields.string(node, "description"));
    }

    private Metric metric(JsonNode node) {
        return new Metric(
                fields.string(node, "name"),
                fields.string(node, "unit"),
                node.path("count").asLong(),
                node.path("min").asDouble(),
                node.path("mean").asDouble(),
                node.path("p50").asDouble(),
                node.path("p95").asDouble(),
                node.path("max").asDouble(),
                FrameFields.ref(node, "maxLine"));
    }

    private RedactionSummary redaction(JsonNode node) {
        return new RedactionSummary(node.path("total").asLong(), fields.counts(node.path("byKind")));
    }
}
