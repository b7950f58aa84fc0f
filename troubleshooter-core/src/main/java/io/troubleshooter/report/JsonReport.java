package io.troubleshooter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import java.io.IOException;
import java.util.Locale;

/**
 * The diagnosis as one JSON object, {@value Diagnosis#SCHEMA}; its JSON Schema is the resource {@code
 * /io/troubleshooter/schema/diagnosis-v1.schema.json}.
 */
public final class JsonReport implements Report {

    private final boolean withFrame;

    /** @param withFrame whether the incident frame is written too */
    public JsonReport(boolean withFrame) {
        this.withFrame = withFrame;
    }

    @Override
    public String render(Diagnosis diagnosis) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("schema", Diagnosis.SCHEMA);
            json.writeStringField("verdict", diagnosis.verdict().name().toLowerCase(Locale.ROOT));
            json.writeStringField("summary", diagnosis.summary());
            Json.array(json, "hypotheses", diagnosis.hypotheses(), JsonReport::hypothesis);
            Json.array(json, "runbook", diagnosis.runbook(), JsonReport::step);
            Json.array(json, "setAside", diagnosis.setAside(), JsonReport::setAside);
            Json.array(json, "gaps", diagnosis.gaps(), JsonGenerator::writeString);
            provenance(json, diagnosis.producedBy());
            usage(json, diagnosis.usage());
            json.writeFieldName("redaction");
            FrameWriter.redaction(json, diagnosis.redaction());
            if (withFrame) {
                json.writeFieldName("frame");
                FrameWriter.write(json, diagnosis.frame());
            }
            json.writeEndObject();
        });
    }

    /** One hypothesis by itself, in the same form. */
    public static String render(Hypothesis hypothesis) {
        return Json.write(json -> hypothesis(json, hypothesis));
    }

    private static void hypothesis(JsonGenerator json, Hypothesis hypothesis) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rank", hypothesis.rank());
        json.writeStringField("cause", hypothesis.cause());
        json.writeStringField("title", hypothesis.title());
        json.writeStringField("explanation", hypothesis.explanation());
        json.writeNumberField("confidence", Math.round(hypothesis.confidence() * 1000) / 1000.0);
        json.writeBooleanField("verified", hypothesis.verified());
        Json.array(json, "explains", hypothesis.explains(), (out, rank) -> out.writeNumber(rank));
        if (hypothesis.followsFrom() > 0) {
            json.writeNumberField("followsFrom", hypothesis.followsFrom());
        }
        Json.array(json, "citations", hypothesis.citations(), JsonReport::citation);
        Json.array(json, "fixes", hypothesis.fixes(), JsonReport::fix);
        Json.array(json, "nextChecks", hypothesis.nextChecks(), JsonReport::check);
        json.writeEndObject();
    }

    private static void citation(JsonGenerator json, Citation citation) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", citation.lines().source());
        Json.lines(json, "lines", citation.lines());
        json.writeStringField("quote", citation.quote().toString());
        json.writeNumberField("count", citation.count());
        json.writeEndObject();
    }

    private static void fix(JsonGenerator json, Fix fix) throws IOException {
        json.writeStartObject();
        json.writeStringField("action", fix.action());
        Json.optional(json, "command", fix.command());
        json.writeStringField("risk", fix.risk());
        json.writeStringField("rollback", fix.rollback());
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, Check check) throws IOException {
        json.writeStartObject();
        json.writeStringField("check", check.check());
        Json.optional(json, "command", check.command());
        json.writeStringField("expect", check.expect());
        Json.optional(json, "then", check.then());
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, RunbookStep step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", step.step());
        json.writeStringField("action", step.action());
        Json.optional(json, "command", step.command());
        json.writeStringField("why", step.why());
        json.writeEndObject();
    }

    private static void setAside(JsonGenerator json, SetAside aside) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", aside.line().source());
        Json.lines(json, "lines", aside.line());
        json.writeStringField("quote", aside.text().toString());
        json.writeNumberField("count", aside.count());
        json.writeStringField("why", aside.why());
        json.writeEndObject();
    }

    private static void provenance(JsonGenerator json, Diagnosis.Provenance by) throws IOException {
        json.writeObjectFieldStart("producedBy");
        json.writeStringField("analyst", by.analyst());
        Json.optional(json, "model", by.model());
        Json.optional(json, "promptVersion", by.promptVersion());
        json.writeStringField("rulesVersion", by.rulesVersion());
        json.writeStringField("version", by.version());
        json.writeEndObject();
    }

    private static void usage(JsonGenerator json, Diagnosis.Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        json.writeNumberField("inputTokens", usage.inputTokens());
        json.writeNumberField("outputTokens", usage.outputTokens());
        json.writeNumberField("costUsd", usage.costUsd());
        json.writeNumberField("latencyMs", usage.latencyMs());
        json.writeBooleanField("cached", usage.cached());
        json.writeEndObject();
    }
}
