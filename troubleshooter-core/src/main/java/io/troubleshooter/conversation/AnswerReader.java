package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an answer from a JSON tree; an {@link IllegalArgumentException} says that it is none. */
final class AnswerReader {

    private final RedactionSession redaction;
    private final IncidentFrame frame;

    AnswerReader(RedactionSession redaction, IncidentFrame frame) {
        this.redaction = redaction;
        this.frame = frame;
    }

    Answer answer(JsonNode node) {
        if (!AnswerJson.SCHEMA.equals(node.path("schema").asText())) {
            throw new IllegalArgumentException("no answer");
        }
        JsonNode citations = node.path("citations");
        return new Answer(
                Answer.Kind.valueOf(node.path("kind").asText()),
                list(node.path("statements"), this::statement),
                diagnosis(node.path("diagnosis")),
                list(node.path("changes"), AnswerReader::change),
                list(node.path("notes"), JsonNode::asText),
                list(node.path("tools"), this::tool),
                new Answer.CitationCount(
                        citations.path("claimed").asInt(),
                        citations.path("standing").asInt(),
                        citations.path("unsupported").asInt()));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>(array.size());
        array.forEach(each -> list.add(read.apply(each)));
        return List.copyOf(list);
    }

    private static String string(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }

    private RedactedText text(JsonNode node, String field) {
        return redaction.redact(string(node, field));
    }

    private Statement statement(JsonNode node) {
        return new Statement(
                string(node, "text"),
                list(node.path("citations"), this::citation),
                node.path("verified").asBoolean());
    }

    private static Change change(JsonNode node) {
        return new Change(
                Change.Kind.valueOf(string(node, "kind")),
                string(node, "cause"),
                string(node, "title"),
                string(node, "why"));
    }

    private ToolAnswer tool(JsonNode node) {
        return new ToolAnswer(
                string(node, "id"),
                string(node, "name"),
                text(node, "asked"),
                text(node, "output"),
                node.path("failed").asBoolean(),
                node.path("lines").asInt(),
                node.path("millis").asLong());
    }

    private Diagnosis diagnosis(JsonNode node) {
        return new Diagnosis(
                Verdict.valueOf(string(node, "verdict")),
                string(node, "summary"),
                list(node.path("hypotheses"), this::hypothesis),
                list(node.path("runbook"), AnswerReader::step),
                list(node.path("setAside"), this::setAside),
                list(node.path("gaps"), JsonNode::asText),
                provenance(node.path("producedBy")),
                usage(node.path("usage")),
                redaction(node.path("redaction")),
                frame);
    }

    private Hypothesis hypothesis(JsonNode node) {
        return new Hypothesis(
                node.path("rank").asInt(),
                string(node, "cause"),
                string(node, "title"),
                string(node, "explanation"),
                node.path("confidence").asDouble(),
                node.path("verified").asBoolean(),
                list(node.path("citations"), this::citation),
                list(node.path("fixes"), AnswerReader::fix),
                list(node.path("nextChecks"), AnswerReader::check),
                list(node.path("explains"), JsonNode::asInt),
                node.path("followsFrom").asInt());
    }

    private Citation citation(JsonNode node) {
        JsonNode highlight = node.path("highlight");
        return new Citation(
                lines(node),
                text(node, "quote"),
                highlight.isArray()
                        ? new Span(highlight.path(0).asInt(), highlight.path(1).asInt())
                        : null,
                node.path("count").asLong());
    }

    private static LineRef lines(JsonNode node) {
        return new LineRef(
                string(node, "source"),
                node.path("first").asLong(),
                node.path("last").asLong());
    }

    private static Fix fix(JsonNode node) {
        return new Fix(
                string(node, "action"), optional(node, "command"), string(node, "risk"), string(node, "rollback"));
    }

    private static Check check(JsonNode node) {
        return new Check(
                string(node, "check"), optional(node, "command"), string(node, "expect"), optional(node, "then"));
    }

    private static RunbookStep step(JsonNode node) {
        return new RunbookStep(
                node.path("step").asInt(), string(node, "action"), optional(node, "command"), string(node, "why"));
    }

    private SetAside setAside(JsonNode node) {
        return new SetAside(lines(node), text(node, "text"), node.path("count").asLong(), string(node, "why"));
    }

    private static Provenance provenance(JsonNode node) {
        return new Provenance(
                string(node, "analyst"),
                optional(node, "model"),
                optional(node, "promptVersion"),
                string(node, "rulesVersion"),
                string(node, "version"));
    }

    private static Usage usage(JsonNode node) {
        return new Usage(
                node.path("inputTokens").asLong(),
                node.path("outputTokens").asLong(),
                node.path("costUsd").asDouble(),
                node.path("latencyMs").asLong(),
                node.path("cached").asBoolean());
    }

    private static RedactionSummary redaction(JsonNode node) {
        Map<String, Long> byKind = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : node.path("byKind").properties()) {
            byKind.put(each.getKey(), each.getValue().asLong());
        }
        return new RedactionSummary(node.path("total").asLong(), byKind);
    }
}
