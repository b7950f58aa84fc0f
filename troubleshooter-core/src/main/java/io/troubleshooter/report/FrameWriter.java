package io.troubleshooter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Anomaly;
import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Metric;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a frame. A reference to lines is the string {@code S1:12} or {@code S1:12-14}; a time is ISO 8601. */
final class FrameWriter {

    private FrameWriter() {}

    static void write(JsonGenerator json, IncidentFrame frame) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", IncidentFrame.SCHEMA);
        Json.array(json, "sources", frame.sources(), FrameWriter::source);
        time(json, frame.time());
        json.writeObjectFieldStart("levels");
        for (Level level : Level.values()) {
            json.writeNumberField(level.name(), frame.levels().getOrDefault(level, 0L));
        }
        json.writeEndObject();
        Json.array(json, "entities", frame.entities(), FrameWriter::entity);
        Json.array(json, "groups", frame.groups(), FrameWriter::group);
        Json.array(json, "traces", frame.traces(), FrameWriter::trace);
        Json.array(json, "findings", frame.findings(), FrameWriter::finding);
        timeline(json, frame.timeline());
        Json.array(json, "anomalies", frame.anomalies(), FrameWriter::anomaly);
        Json.array(json, "metrics", frame.metrics(), FrameWriter::metric);
        Json.array(json, "context", frame.context(), FrameWriter::exemplar);
        json.writeFieldName("redaction");
        redaction(json, frame.redaction());
        json.writeEndObject();
    }

    static void redaction(JsonGenerator json, RedactionSummary redaction) throws IOException {
        json.writeStartObject();
        json.writeNumberField("total", redaction.total());
        counts(json, "byKind", redaction.byKind());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, SourceSummary source) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", source.id());
        json.writeStringField("name", source.name().toString());
        json.writeNumberField("lines", source.lines());
        json.writeNumberField("bytes", source.bytes());
        json.writeNumberField("records", source.records());
        json.writeNumberField("plainLines", source.plainLines());
        json.writeNumberField("cutLines", source.cutLines());
        counts(json, "formats", source.formats());
        Json.array(json, "notes", source.notes(), JsonGenerator::writeString);
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, IncidentFrame.@Nullable TimeRange time) throws IOException {
        if (time != null) {
            json.writeObjectFieldStart("time");
            json.writeStringField("first", time.first().toString());
            json.writeStringField("last", time.last().toString());
            json.writeStringField("zone", time.zone());
            json.writeEndObject();
        }
    }

    private static void entity(JsonGenerator json, Entity entity) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", entity.kind());
        json.writeStringField("value", entity.value().toString());
        json.writeNumberField("count", entity.count());
        Json.array(json, "lines", entity.lines(), (out, line) -> out.writeString(line.toString()));
        json.writeEndObject();
    }

    private static void group(JsonGenerator json, EventGroup group) throws IOException {
        json.writeStartObject();
        json.writeStringField("fingerprint", group.fingerprint());
        json.writeStringField("template", group.template().toString());
        json.writeStringField("level", group.level().name());
        json.writeNumberField("count", group.count());
        json.writeNumberField("harmless", group.harmless());
        places(json, group.first(), group.last());
        Json.optional(json, "firstTime", group.firstTime());
        Json.optional(json, "lastTime", group.lastTime());
        Json.array(json, "exemplars", group.exemplars(), FrameWriter::exemplar);
        json.writeEndObject();
    }

    private static void places(JsonGenerator json, LineRef first, LineRef last) throws IOException {
        json.writeStringField("first", first.toString());
        json.writeStringField("last", last.toString());
    }

    private static void trace(JsonGenerator json, TraceGroup trace) throws IOException {
        json.writeStartObject();
        json.writeStringField("fingerprint", trace.fingerprint());
        json.writeStringField("language", trace.language());
        Json.array(json, "types", trace.types(), (out, type) -> out.writeString(type.toString()));
        json.writeStringField("cause", trace.cause().toString());
        Json.optional(json, "culprit", trace.culprit());
        json.writeBooleanField("inApp", trace.inApp());
        json.writeNumberField("count", trace.count());
        json.writeStringField("first", trace.first().toString());
        Json.optional(json, "firstTime", trace.firstTime());
        json.writeFieldName("exemplar");
        exemplar(json, trace.exemplar());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("kind", finding.kind().name());
        json.writeNumberField("count", finding.count());
        places(json, finding.first(), finding.last());
        Json.optional(json, "firstTime", finding.firstTime());
        Json.optional(json, "lastTime", finding.lastTime());
        json.writeStringField("level", finding.level().name());
        Json.array(json, "exemplars", finding.exemplars(), FrameWriter::exemplar);
        json.writeObjectFieldStart("captures");
        for (Map.Entry<String, RedactedText> capture : finding.captures().entrySet()) {
            json.writeStringField(capture.getKey(), capture.getValue().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void timeline(JsonGenerator json, IncidentFrame.Timeline timeline) throws IOException {
        json.writeObjectFieldStart("timeline");
        Json.optional(json, "bucket", timeline.bucket());
        Json.array(json, "buckets", timeline.buckets(), FrameWriter::bucket);
        Json.array(json, "events", timeline.events(), FrameWriter::moment);
        json.writeEndObject();
    }

    private static void bucket(JsonGenerator json, Bucket bucket) throws IOException {
        json.writeStartObject();
        json.writeStringField("start", bucket.start().toString());
        json.writeNumberField("total", bucket.total());
        json.writeNumberField("warnings", bucket.warnings());
        json.writeNumberField("errors", bucket.errors());
        json.writeEndObject();
    }

    private static void moment(JsonGenerator json, Moment moment) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", moment.kind());
        Json.optional(json, "time", moment.time());
        json.writeStringField("level", moment.level().name());
        json.writeStringField("line", moment.line().toString());
        json.writeStringField("text", moment.text().toString());
        json.writeEndObject();
    }

    private static void anomaly(JsonGenerator json, Anomaly anomaly) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", anomaly.kind());
        json.writeStringField("subject", anomaly.subject().toString());
        Json.optional(json, "time", anomaly.time());
        Json.optional(json, "line", anomaly.line());
        json.writeNumberField("score", anomaly.score());
        json.writeStringField("method", anomaly.method());
        json.writeStringField("description", anomaly.description());
        json.writeEndObject();
    }

    private static void metric(JsonGenerator json, Metric metric) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", metric.name());
        json.writeStringField("unit", metric.unit());
        json.writeNumberField("count", metric.count());
        json.writeNumberField("min", metric.min());
        json.writeNumberField("mean", metric.mean());
        json.writeNumberField("p50", metric.p50());
        json.writeNumberField("p95", metric.p95());
        json.writeNumberField("max", metric.max());
        json.writeStringField("maxLine", metric.maxLine().toString());
        json.writeEndObject();
    }

    private static void exemplar(JsonGenerator json, Exemplar exemplar) throws IOException {
        json.writeStartObject();
        json.writeStringField("lines", exemplar.lines().toString());
        Json.optional(json, "time", exemplar.time());
        json.writeStringField("level", exemplar.level().name());
        json.writeStringField("text", exemplar.text().toString());
        Span highlight = exemplar.highlight();
        if (highlight != null) {
            json.writeArrayFieldStart("highlight");
            json.writeNumber(highlight.start());
            json.writeNumber(highlight.end());
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
